import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCommunity } from '../../../shared/app-state/community'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { useDivision } from '../api'
import type { Shown } from '../shown'
import { Figures, Filter } from '../components/body'
import { Texts } from '../components/texts'
import { figuresText } from '../text'
import { Lead } from '../../../shared/ui/lead'

/** What everybody may see of a community's ratings, without signing in. */
export default function FiguresPage() {
  const { community } = useRouter().params
  const here = useCommunity()
  const code = community ?? here?.code
  if (code === undefined) {
    return (
      <Page title={figuresText.title}>
        <Blank picture="home" title={figuresText.choose} help={figuresText.chooseHelp}>
          <Button to={pages.communities}>{figuresText.chooseGo}</Button>
        </Blank>
      </Page>
    )
  }
  return isCommunity(code) ? <Place key={code} code={code} /> : <NoPlace />
}

const isCommunity = (code: string) => /^\d{12}$/.test(code)

/** An address with a community that there is not. */
const NoPlace = () => (
  <Page title={figuresText.title}>
    <Blank picture="sign" title={figuresText.noPlace} help={figuresText.noPlaceHelp} alert>
      <Button to={pages.figuresElsewhere}>{figuresText.chooseGo}</Button>
    </Blank>
  </Page>
)

function Place({ code }: { code: string }) {
  const [chosen, setChosen] = useState<Shown>('all')
  const { data: division, error } = useDivision(code)
  if (error?.code === 'not_found') return <NoPlace />
  return (
    <Page title={figuresText.title} wide {...(division === undefined ? {} : { phone: division.phone })}>
      <Box className="fig">
        <Lead picture="tea" title={division?.name ?? ''}>
          {division?.within.join(' · ') ?? ''}
        </Lead>
        <Card>
          <Row icon="place" title={figuresText.elsewhere} to={pages.figuresElsewhere} />
        </Card>
        <Filter chosen={chosen} onChoose={setChosen} />
        <Figures division={code} chosen={chosen} />
        <Texts community={code} chosen={chosen} />
      </Box>
    </Page>
  )
}
