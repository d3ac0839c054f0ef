import { useRouter } from '@tarojs/taro'
import { momentWords } from '../../../shared/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Failure } from '../../../shared/ui/failure'
import { Page } from '../../../shared/ui/page'
import { Row } from '../../../shared/ui/row'
import { Skeleton } from '../../../shared/ui/skeleton'
import { frameText } from '../../../shared/ui/text'
import { useChildAccess } from '../api'
import { NoChild } from '../components/no-child'
import { accessText } from '../text'

export default function ChildAccessPage() {
  const { id = '' } = useRouter().params
  return id === '' ? <NoChild title={accessText.title} /> : <Records id={id} />
}

function Records({ id }: { id: string }) {
  const query = useChildAccess(id)
  const records = query.data?.pages.flatMap((page) => page.records)
  return (
    <Page title={accessText.title}>
      <Box as="p" className="muted">
        {accessText.help}
      </Box>
      {query.isPending && <Skeleton blocks={[180]} />}
      {query.isError && <Failure problem={query.error} again={() => void query.refetch()} />}
      {records?.length === 0 && <Blank icon="key" title={accessText.empty} help={accessText.emptyHelp} />}
      {records !== undefined && records.length > 0 && (
        <Card>
          {records.map(({ at, reader, tag, caseNumber }, n) => (
            <Row
              key={n}
              title={accessText.read(reader, accessText.tag[tag])}
              under={accessText.under(momentWords(at, Date.now()), caseNumber)}
            />
          ))}
        </Card>
      )}
      {query.hasNextPage && (
        <Button look="ghost" busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
          {frameText.more}
        </Button>
      )}
    </Page>
  )
}
