import '../../../shared/files/print.css'
import './paper.css'
import type { ReactNode } from 'react'
import { printPage } from '../../../shared/files/print-page'
import { clockOf, dayOf, minuteInDay } from '../../../shared/time/shanghai'
import { fullDate } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { paperText as text } from '../text'

interface Props {
  title: string
  under: string
  children: ReactNode
}

/** A piece of paper: black on white, on the screen too. */
export const PaperSheet = ({ title, under, children }: Props) => (
  <Box className="room-paper__sheet on-paper">
    <Box as="h2" className="room-paper__title">
      {title}
    </Box>
    <Box className="room-paper__under">{under}</Box>
    {children}
  </Box>
)

export function Made() {
  const now = useNow()
  const day = dayOf(now)
  const clock = clockOf(minuteInDay(day, new Date(now).toISOString()))
  return <Box className="room-paper__made">{text.made(`${fullDate(day)} ${clock}`)}</Box>
}

export const PrintButton = () =>
  printPage === null ? (
    <Box className="muted">{text.onComputer}</Box>
  ) : (
    <Button onTap={() => printPage?.('page')}>{text.print}</Button>
  )

interface TableProps {
  label: string
  heads: readonly string[]
  rows: readonly { key: string; quiet?: boolean; cells: readonly string[] }[]
}

export const PaperTable = ({ label, heads, rows }: TableProps) => (
  <Box className="room-paper__table" role="table" label={label}>
    <Box className="room-paper__row room-paper__heads" role="row">
      {heads.map((head) => (
        <Box key={head} className="room-paper__cell" role="columnheader">
          {head}
        </Box>
      ))}
    </Box>
    {rows.map(({ key, quiet, cells }) => (
      <Box
        key={key}
        className={`room-paper__row ${quiet === true ? 'room-paper__row--quiet' : ''}`}
        role="row"
      >
        {cells.map((cell, n) => (
          <Box key={n} className="room-paper__cell" role="cell">
            {cell}
          </Box>
        ))}
      </Box>
    ))}
  </Box>
)
