import '../ui/base.css'
import './desk.css'
import type { ReactNode } from 'react'
import { Box } from '../ui/base/box'
import { Tap } from '../ui/base/tap'

/** On a wide screen: which one is open beside the list, or marked to be. */
export interface Beside {
  id: string | null
  choose: (id: string) => void
}

interface Props<T> {
  all: readonly T[]
  /** Where a row leads, unless it opens beside the list. */
  to: (id: string) => string
  beside: Beside | undefined
  children: (one: T) => ReactNode
}

/** What is to be done, one below the other. */
export const DeskRows = <T extends { id: string }>({ all, to, beside, children }: Props<T>) => (
  <Box className="desk-list">
    {all.map((one) => {
      const current = beside?.id === one.id
      return (
        <Tap
          key={one.id}
          className={`desk-row ${current ? 'desk-row--on' : ''}`}
          current={current}
          {...(beside === undefined ? { to: to(one.id) } : { onTap: () => beside.choose(one.id) })}
        >
          {children(one)}
        </Tap>
      )
    })}
  </Box>
)
