import type { CaseSummary } from '@linli/contracts/cases'
import type { Grant } from '@linli/contracts/identity'
import { type ReactNode, useState } from 'react'
import { DeskFrame } from '../../../shared/staff/desk-frame'
import type { Beside } from '../../../shared/staff/desk-rows'
import { useKeys } from '../../../shared/staff/use-keys'
import { useListKeys } from '../../../shared/staff/use-list-keys'
import { Box } from '../../../shared/ui/base/box'
import { deskText } from '../text'
import { type Selection, useSelection } from '../use-selection'
import { DeskDetail } from './desk-detail'
import { Earlier } from './earlier'
import { KeySheet } from './key-sheet'
import { ManyBar } from './many-bar'

interface Props {
  all: readonly CaseSummary[]
  grant: Grant
  side: ReactNode
  sorted: string
  /** Above the list, e.g. the field. */
  top: ReactNode
  list: (beside: Beside, selection: Selection) => ReactNode
}

/** At least 1024 px: list and detail side by side; keys walk, open, choose and decide. */
export function WideList({ all, grant, side, sorted, top, list }: Props) {
  const { marked, opened, choose } = useListKeys(all.map(({ id }) => id))
  const selection = useSelection(all, grant)
  const [help, setHelp] = useState(false)
  useKeys({
    x: () => marked !== null && selection.toggle(marked),
    '?': () => setHelp(true),
  })
  return (
    <>
      <DeskFrame
        where={grant.divisionName}
        side={side}
        sideLabel={deskText.filter}
        sorted={sorted}
        onKeys={() => setHelp(true)}
        list={
          <>
            {top}
            {list({ id: marked ?? opened, choose }, selection)}
            <Box className="desk__below">
              <ManyBar selection={selection} />
              <Earlier open={opened} />
            </Box>
          </>
        }
        detail={<DeskDetail id={opened} keys={marked === opened} />}
      />
      {help && <KeySheet onClose={() => setHelp(false)} />}
    </>
  )
}
