import type { DeskKind } from '@linli/contracts/cases'
import { pages } from '../../../shared/navigation/pages'
import { Blank } from '../../../shared/ui/answers/blank'
import { type Beside, DeskRows } from '../../../shared/staff/desk-rows'
import { Listed } from '../../../shared/ui/answers/listed'
import type { useDesk } from '../api'
import { deskText } from '../text'
import { DeskRow } from './desk-row'

interface Props {
  query: ReturnType<typeof useDesk>
  kind: DeskKind
  now: number
  beside?: Beside
}

export const DeskList = ({ query, kind, now, beside }: Props) => (
  <Listed query={query} blocks={[92, 92, 92, 92]} of={(page) => page.cases} none={<None kind={kind} />}>
    {(cases) => (
      <DeskRows all={cases} to={pages.deskCase} beside={beside}>
        {(one) => <DeskRow one={one} now={now} />}
      </DeskRows>
    )}
  </Listed>
)

function None({ kind }: Pick<Props, 'kind'>) {
  const help = kind === 'done' ? deskText.emptyDoneHelp : deskText.emptyHelp
  return <Blank picture="tea" title={deskText.empty[kind]} help={help} />
}
