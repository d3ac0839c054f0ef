import './room-use.css'
import type { UseHours } from '@linli/contracts/room-use'
import type { ReactNode } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Scroller } from '../../../shared/ui/base/scroller'
import { type Cell, cellsOf, stepOf } from '../rates'
import { useText as text } from '../text'

export interface HeatRow {
  key: string
  name: string
  head: ReactNode
  hours: UseHours
}

interface Props {
  label: string
  /** What its rows are. */
  corner: string
  hours: readonly number[]
  rows: readonly HeatRow[]
}

/** Hours as columns. The number in a cell is what it says; its tone repeats it. */
export const Heat = ({ label, corner, hours, rows }: Props) => (
  <Scroller>
    <Box className="heat" role="table" label={label}>
      <Box className="heat__row" role="row">
        <Box className="heat__name muted" role="columnheader">
          {corner}
        </Box>
        {hours.map((hour) => (
          <Box key={hour} className="heat__hour" role="columnheader" label={`${hour} 点`}>
            {String(hour)}
          </Box>
        ))}
      </Box>
      {rows.map((row) => (
        <Box key={row.key} className="heat__row" role="row">
          <Box className="heat__name" role="rowheader">
            {row.head}
          </Box>
          {cellsOf(row.hours, hours).map((cell) => (
            <HeatCell key={cell.hour} cell={cell} />
          ))}
        </Box>
      ))}
    </Box>
  </Scroller>
)

const HeatCell = ({ cell: { hour, open, used, tenths } }: { cell: Cell }) => (
  <Box
    className={`heat__cell ${tenths === null ? 'heat__cell--shut' : `heat__cell--${stepOf(tenths)}`}`}
    role="cell"
    label={text.cell(hour, open, used)}
  >
    {tenths === null ? '' : String(tenths)}
  </Box>
)

/** What the numbers are, and what their tones. */
export const Scale = () => (
  <Box className="heat-key" role="list" label={text.scale}>
    <Box as="span" className="muted heat-key__name" role="listitem">
      {text.scale}
    </Box>
    {text.steps.map((word, step) => (
      <Box key={word} className="heat-key__one" role="listitem">
        <Box as="span" decorative className={`heat-key__box heat__cell--${step}`} />
        {word}
      </Box>
    ))}
    <Box className="heat-key__one" role="listitem">
      <Box as="span" decorative className="heat-key__box heat__cell--shut" />
      {text.shut}
    </Box>
  </Box>
)
