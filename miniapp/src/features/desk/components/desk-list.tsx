import type { CaseSummary, DeskKind } from '@linli/contracts/cases'
import { faceOf } from '../../../shared/cases/faces'
import { pages } from '../../../shared/navigation/pages'
import { Blank } from '../../../shared/ui/answers/blank'
import { type Beside, DeskRows, type Select } from '../../../shared/staff/desk-rows'
import { Listed } from '../../../shared/ui/answers/listed'
import type { useDesk } from '../api'
import { deskText } from '../text'
import type { Selection } from '../use-selection'
import { DeskRow } from './desk-row'

interface Props {
  query: ReturnType<typeof useDesk>
  kind: DeskKind
  now: number
  beside?: Beside
  selection: Selection
}

/** Rows that are decided together have a box before them. */
export const selectOf = (selection: Selection, now: number): Select<CaseSummary> => ({
  ...selection,
  label: (one) => deskText.many.choose(faceOf(one).deskRow(one, now).first),
})

export const DeskList = ({ query, kind, now, beside, selection }: Props) => (
  <Listed query={query} blocks={[92, 92, 92, 92]} of={(page) => page.cases} none={<None kind={kind} />}>
    {(cases) => (
      <DeskRows
        all={cases}
        to={pages.deskCase}
        beside={beside}
        select={cases.some(selection.may) ? selectOf(selection, now) : undefined}
      >
        {(one) => <DeskRow one={one} now={now} />}
      </DeskRows>
    )}
  </Listed>
)

function None({ kind }: Pick<Props, 'kind'>) {
  const help = kind === 'done' ? deskText.emptyDoneHelp : deskText.emptyHelp
  return <Blank picture="tea" title={deskText.empty[kind]} help={help} />
}
