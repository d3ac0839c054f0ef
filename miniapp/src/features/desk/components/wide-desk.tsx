import type { CaseSummary, DeskKind } from '@linli/contracts/cases'
import { type ReactNode, useState } from 'react'
import { goTab } from '../../../shared/navigate'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import type { useDesk } from '../api'
import { useShortcuts } from '../shortcuts'
import { deskText } from '../text'
import { useKeys } from '../use-keys'
import { DeskDetail } from './desk-detail'
import { DeskList } from './desk-list'
import { Kinds } from './kinds'
import { ShortcutSwitch } from './shortcut-switch'

interface Props {
  query: ReturnType<typeof useDesk>
  cases: readonly CaseSummary[]
  kind: DeskKind
  counts: Record<DeskKind, number> | null
  now: number
  where: string
  /** Where there is more than one division to choose from. */
  choice: ReactNode
  onKind: (kind: DeskKind) => void
}

/** At least 1024 px: kinds, list and detail side by side; j and k walk, Enter opens, c confirms, u undoes. */
export function WideDesk({ query, cases, kind, counts, now, where, choice, onKind }: Props) {
  const [marked, setMarked] = useState<string | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const shortcuts = useShortcuts()
  const walk = (step: number) => {
    const here = cases.findIndex((one) => one.id === marked)
    const next = cases[Math.max(0, Math.min(cases.length - 1, here + step))]
    if (next !== undefined) setMarked(next.id)
  }
  const choose = (id: string) => {
    setMarked(id)
    setOpened(id)
  }
  useKeys({ j: () => walk(1), k: () => walk(-1), Enter: () => marked !== null && choose(marked) })
  return (
    <Box className="desk">
      <Box as="nav" className="desk__side" label={deskText.filter}>
        <Box className="kind strong">{`${deskText.brand} · ${where}`}</Box>
        {choice}
        <Kinds className="kinds-tall" shown={kind} counts={counts} onShow={onKind} />
        <Tap className="kind" onTap={() => goTab('home')}>
          {deskText.backToResident}
        </Tap>
        <ShortcutSwitch />
      </Box>
      <Box as="section" className="desk__middle" label={deskText.sorted}>
        <Box className="desk__sorted between">
          <Box as="span">{deskText.sorted}</Box>
          {shortcuts && <Box as="span">{deskText.keys}</Box>}
        </Box>
        <DeskList query={query} cases={cases} kind={kind} now={now} open={{ id: marked ?? opened, choose }} />
      </Box>
      <Box as="section" className="desk__detail" live>
        <DeskDetail id={opened} keys={marked === opened} />
      </Box>
    </Box>
  )
}
