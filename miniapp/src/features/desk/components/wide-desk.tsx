import type { DeskKind } from '@linli/contracts/cases'
import type { Grant } from '@linli/contracts/identity'
import type { ReactNode } from 'react'
import { FindIn } from '../../../shared/staff/find-in'
import { Box } from '../../../shared/ui/base/box'
import type { useDesk } from '../api'
import { deskText } from '../text'
import { DeskList } from './desk-list'
import { type Counts, Kinds } from './kinds'
import { WideList } from './wide-list'

interface Props {
  query: ReturnType<typeof useDesk>
  kind: DeskKind
  counts: Counts | null
  now: number
  grant: Grant
  /** Where there is more than one division to choose from. */
  choice: ReactNode
  /** What else is to be done. */
  doors: ReactNode
  onKind: (kind: DeskKind) => void
}

/** What waits, at a wide desk; another kind is another list, in which nothing is open yet. */
export const WideDesk = ({ query, kind, counts, now, grant, choice, doors, onKind }: Props) => (
  <WideList
    key={kind}
    all={query.data?.pages.flatMap(({ cases }) => cases) ?? []}
    grant={grant}
    side={
      <>
        {choice}
        <Kinds className="kinds-tall" shown={kind} counts={counts} onShow={onKind} />
        {doors}
      </>
    }
    sorted={kind === 'done' ? deskText.sortedDone : deskText.sorted}
    top={
      <Box className="desk__find">
        <FindIn grant={grant} />
      </Box>
    }
    list={(beside, selection) => (
      <DeskList query={query} kind={kind} now={now} beside={beside} selection={selection} />
    )}
  />
)
