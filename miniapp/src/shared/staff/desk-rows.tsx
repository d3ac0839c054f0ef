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

/** Several of a list are decided together. */
export interface Select<T> {
  may: (one: T) => boolean
  has: (id: string) => boolean
  toggle: (id: string) => void
  /** What the box of a row is called. */
  label: (one: T) => string
}

interface Props<T> {
  all: readonly T[]
  /** Where a row leads, unless it opens beside the list. */
  to: (id: string) => string
  beside: Beside | undefined
  select?: Select<T> | undefined
  children: (one: T) => ReactNode
}

/** What is to be done, one below the other. */
export const DeskRows = <T extends { id: string }>({ all, to, beside, select, children }: Props<T>) => (
  <Box className="desk-list">
    {all.map((one) => {
      const current = beside?.id === one.id
      const row = (
        <Tap
          key={one.id}
          className={`desk-row ${current ? 'desk-row--on' : ''}`}
          current={current}
          {...(beside === undefined ? { to: to(one.id) } : { onTap: () => beside.choose(one.id) })}
        >
          {children(one)}
        </Tap>
      )
      return select === undefined ? (
        row
      ) : (
        <Box key={one.id} className="desk-line">
          {select.may(one) ? <Chooser one={one} select={select} /> : <Box className="desk-line__box" />}
          {row}
        </Box>
      )
    })}
  </Box>
)

const Chooser = <T extends { id: string }>({ one, select }: { one: T; select: Select<T> }) => (
  <Tap
    className={`desk-line__box ${select.has(one.id) ? 'desk-line__box--on' : ''}`}
    role="checkbox"
    checked={select.has(one.id)}
    label={select.label(one)}
    onTap={() => select.toggle(one.id)}
  >
    <Box as="span" decorative className="desk-line__tick">
      {select.has(one.id) ? '✓' : ''}
    </Box>
  </Tap>
)
