import type { DeskKind } from '@linli/contracts/cases'
import type { ReactNode } from 'react'
import { DeskFrame } from '../../../shared/staff/desk-frame'
import { useListKeys } from '../../../shared/staff/use-list-keys'
import type { useDesk } from '../api'
import { deskText } from '../text'
import { DeskDetail } from './desk-detail'
import { DeskList } from './desk-list'
import { type Counts, Kinds } from './kinds'

interface Props {
  query: ReturnType<typeof useDesk>
  kind: DeskKind
  counts: Counts | null
  now: number
  where: string
  /** Where there is more than one division to choose from. */
  choice: ReactNode
  /** What else is to be done. */
  doors: ReactNode
  onKind: (kind: DeskKind) => void
}

/** At least 1024 px: kinds, list and detail side by side; j and k walk, Enter opens, c confirms, u undoes. */
export function WideDesk({ query, kind, counts, now, where, choice, doors, onKind }: Props) {
  const { marked, opened, choose } = useListKeys(
    query.data?.pages.flatMap((page) => page.cases.map(({ id }) => id)) ?? [],
  )
  return (
    <DeskFrame
      where={where}
      side={
        <>
          {choice}
          <Kinds className="kinds-tall" shown={kind} counts={counts} onShow={onKind} />
          {doors}
        </>
      }
      sideLabel={deskText.filter}
      sorted={kind === 'done' ? deskText.sortedDone : deskText.sorted}
      keys={deskText.keys}
      list={<DeskList query={query} kind={kind} now={now} beside={{ id: marked ?? opened, choose }} />}
      detail={<DeskDetail id={opened} keys={marked === opened} />}
    />
  )
}
