import '../../../shared/ui/base.css'
import './hours.css'
import { arrowKeys } from '../../../shared/ui/base/arrow-keys'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'

export interface Cell {
  key: string
  /** The time it begins, e.g. `14:00`; of a stretch from and to. */
  at: string
  words: string
  /** What a screen reader says: from, to and state. */
  spoken: string
  /** `mine` is chosen; `own` is the reader's own booking; `wait` is taken, and can be waited for. */
  look: 'free' | 'mine' | 'own' | 'taken' | 'wait' | 'cleaning' | 'gap' | 'late'
  /** At its end, e.g. that it can be waited for. */
  end?: string
  /** Of one's own: where it leads to. */
  to?: string
  /** A half-hour on the right; of a whole stretch the row is its own. */
  side: 'left' | 'right' | 'whole'
  /** Said above it where a part of the day begins. */
  part?: string
}

interface Props {
  label: string
  cells: readonly Cell[]
  /** Which cell the Tab key stops at. */
  stop: string | null
  onTap: (key: string) => void
}

const tappable: readonly Cell['look'][] = ['free', 'mine', 'own', 'wait']

/** A day from morning to evening; what is free, or can be waited for, can be tapped; what is taken is said. */
export const HoursOfDay = ({ label, cells, stop, onTap }: Props) => (
  <Box {...arrowKeys} className="hours" role="group" label={label}>
    {cells.flatMap((cell) => [
      ...(cell.part === undefined
        ? []
        : [
            <Box key={cell.part} className="hours__part">
              {cell.part}
            </Box>,
          ]),
      <One key={cell.key} cell={cell} isStop={cell.key === stop} onTap={onTap} />,
    ])}
  </Box>
)

function One({ cell, isStop, onTap }: { cell: Cell; isStop: boolean; onTap: (key: string) => void }) {
  const className = `cell cell--${cell.look} ${cell.side === 'left' ? '' : `cell--${cell.side}`}`
  // What is heard begins with what is seen, and says more: until when, and that it is chosen.
  const inside = (
    <>
      <Box as="span" className="unseen">
        {cell.spoken}
      </Box>
      <Box as="span" decorative className="cell__at">
        {cell.at}
      </Box>
      <Box as="span" decorative>
        {cell.words}
      </Box>
      {cell.end !== undefined && (
        <Box as="span" decorative className="cell__end">
          {cell.end}
        </Box>
      )}
    </>
  )
  if (!tappable.includes(cell.look)) return <Box className={className}>{inside}</Box>
  const does =
    cell.to === undefined ? { pressed: cell.look === 'mine', onTap: () => onTap(cell.key) } : { to: cell.to }
  return (
    <Tap className={className} {...does} skipped={!isStop}>
      {inside}
    </Tap>
  )
}
