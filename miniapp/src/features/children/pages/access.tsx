import { useRouter } from '@tarojs/taro'
import { Blank } from '../../../shared/ui/answers/blank'
import { Card } from '../../../shared/ui/card'
import { Listed } from '../../../shared/ui/answers/listed'
import { Lead } from '../../../shared/ui/lead'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { useChildAccess } from '../api'
import { NoChild } from '../components/no-child'
import { accessText } from '../text'
import { joinedLooks, lookWords } from '../words'

export default function ChildAccessPage() {
  const { id = '' } = useRouter().params
  return id === '' ? <NoChild title={accessText.title} /> : <Records id={id} />
}

function Records({ id }: { id: string }) {
  const query = useChildAccess(id)
  return (
    <Page title={accessText.title}>
      <Lead picture="book">{accessText.help}</Lead>
      <Listed
        query={query}
        blocks={[180]}
        of={(page) => page.records}
        none={<Blank picture="tea" title={accessText.empty} help={accessText.emptyHelp} />}
      >
        {(records) => (
          <Card>
            {joinedLooks(records).map((look, n) => (
              <Row key={n} {...lookWords(look, Date.now())} />
            ))}
          </Card>
        )}
      </Listed>
    </Page>
  )
}
