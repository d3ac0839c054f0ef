import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Lead } from '../../../shared/ui/lead'
import { Failure } from '../../../shared/ui/answers/failure'
import { Page } from '../../../shared/ui/page/page'
import { NoScope, ScopeChoice } from '../../../shared/staff/scoped'
import { useScope } from '../../../shared/staff/use-scope'
import { useDivision } from '../api'
import type { Shown } from '../shown'
import { Below } from '../components/below'
import { Figures, Filter } from '../components/body'
import { figuresText } from '../text'
import { FindHere } from '../../../shared/staff/find-in'

/** A division for who works or supervises there: its figures, and those of every one directly below. */
export default function FiguresBelowPage() {
  const { division } = useRouter().params
  const scope = useScope()
  const code = division ?? scope.grant?.division
  const mayLook = scope.grant !== null && code !== undefined
  return (
    <Page title={figuresText.titleStaff} wide>
      <Box className="fig">
        <FindHere />
        {division === undefined && <ScopeChoice scope={scope} />}
        {mayLook ? (
          <Place key={code} code={code} />
        ) : (
          <NoScope scope={scope} returnTo={pages.deskFigures(division)} />
        )}
      </Box>
    </Page>
  )
}

const communityLength = 12

function Place({ code }: { code: string }) {
  const [chosen, setChosen] = useState<Shown>('all')
  const { data: place, error, refetch } = useDivision(code)
  // What is wrong with the division is wrong with all that is shown of it: said once.
  if (error !== null && place === undefined) return <Failure problem={error} again={() => void refetch()} />
  return (
    <>
      <Lead picture="tea" title={place?.name ?? ''}>
        {place?.within.join(' · ')}
      </Lead>
      <Filter chosen={chosen} onChoose={setChosen} />
      <Figures division={code} chosen={chosen} />
      {code.length < communityLength && <Below division={code} chosen={chosen} />}
    </>
  )
}
