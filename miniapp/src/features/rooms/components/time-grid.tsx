import '../../../shared/ui/base.css'
import './time-grid.css'
import { arrowKeys } from '../../../shared/ui/base/arrow-keys'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'

export interface GridRow {
  key: string
  /** The time at its upper edge, e.g. `14:00`. */
  at: string
  words: string
  /** What a screen reader says: from, to and state. */
  spoken: string
  /** `mine` is chosen; `own` is the reader's own booking; `wait` is taken, and can be waited for. */
  look: 'free' | 'mine' | 'own' | 'taken' | 'wait'
  /** Of one's own: where it leads to. */
  to?: string
  /** Half as high: cleaning. */
  slim: boolean
}

interface Props {
  label: string
  rows: readonly GridRow[]
  /** Which row the Tab key stops at. */
  stop: string | null
  onTap: (key: string) => void
}

/** A day from top to bottom; what is free, or can be waited for, can be tapped; what is taken is said. */
export function TimeGrid({ label, rows, stop, onTap }: Props) {
  return (
    <Box {...arrowKeys} className="time-grid" role="group" label={label}>
      {rows.map((row) => (
        <Box key={row.key} className="time-grid__row">
          <Box className="time-grid__at" decorative>
            {row.at}
          </Box>
          {row.look === 'taken' ? (
            <Box className={`slot slot--taken ${row.slim ? 'slot--slim' : ''}`}>
              <Box as="span" className="unseen">{`${row.spoken}`}</Box>
              <Box as="span" decorative>
                {row.words}
              </Box>
            </Box>
          ) : (
            <Tap
              className={`slot slot--${row.look}`}
              label={row.spoken}
              {...(row.to === undefined
                ? { pressed: row.look === 'mine', onTap: () => onTap(row.key) }
                : { to: row.to })}
              skipped={row.key !== stop}
            >
              {row.words}
            </Tap>
          )}
        </Box>
      ))}
    </Box>
  )
}
