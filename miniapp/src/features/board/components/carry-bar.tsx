import { clockSpan } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { hindranceOf } from '../carry'
import { periodOf } from '../moves'
import { boardText as text } from '../text'
import type { Drag } from './drag'

interface Props {
  moved: Omit<Drag, 'way'> | null
  byKeys: boolean
  day: string
  now: number
}

/** Where what is in the hand would come to stand, and whether anything is in the way: to be seen and heard. */
export function CarryBar({ moved, byKeys, day, now }: Props) {
  return (
    <Box className={moved === null ? 'unseen' : 'carry'} live>
      {moved !== null && (
        <>
          <Box as="span" className="strong">
            {placeWords(moved, day, now)}
          </Box>
          {byKeys && (
            <Box as="span" className="carry__keys">
              {text.carryKeys}
            </Box>
          )}
        </>
      )}
    </Box>
  )
}

function placeWords(moved: Omit<Drag, 'way'>, day: string, now: number): string {
  const { startsAt, endsAt } = periodOf(moved.at, day)
  const hindrance = hindranceOf(moved, day, now)
  const may = hindrance === null ? text.fits : text.hinders[hindrance]
  return `→ ${moved.room.name} ${clockSpan(startsAt, endsAt)} · ${may}`
}
