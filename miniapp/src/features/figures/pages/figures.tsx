import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCommunity } from '../../../shared/community'
import { pages } from '../../../shared/pages'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Page } from '../../../shared/ui/page'
import { useDivision } from '../api'
import type { Shown } from '../shown'
import { Figures, Filter } from '../components/body'
import { Texts } from '../components/texts'
import { figuresText } from '../text'

/** What everybody may see of a community's ratings, without signing in. */
export default function FiguresPage() {
  const { community } = useRouter().params
  const here = useCommunity()
  const code = community ?? here?.code
  if (code !== undefined) return <Place key={code} code={code} />
  return (
    <Page title={figuresText.title}>
      <Blank icon="place" title={figuresText.choose} help={figuresText.chooseHelp}>
        <Button to={pages.communities}>{figuresText.chooseGo}</Button>
      </Blank>
    </Page>
  )
}

function Place({ code }: { code: string }) {
  const [chosen, setChosen] = useState<Shown>('all')
  const division = useDivision(code).data
  return (
    <Page title={figuresText.title} wide {...(division === undefined ? {} : { phone: division.phone })}>
      <Box className="fig">
        <Box className="stack-tight">
          <Box as="h2" className="title">
            {division?.name ?? ''}
          </Box>
          <Box className="muted">{division?.within.join(' · ') ?? ''}</Box>
        </Box>
        <Filter chosen={chosen} onChoose={setChosen} />
        <Figures division={code} chosen={chosen} />
        <Texts community={code} chosen={chosen} />
      </Box>
    </Page>
  )
}
