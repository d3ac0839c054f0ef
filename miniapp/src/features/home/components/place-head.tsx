import { useMe } from '../../../shared/session/session'
import { clockOf, dayOf, minuteInDay } from '../../../shared/time/shanghai'
import { dateWords, weekdayWord } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Picture } from '../../../shared/ui/picture'
import { greeting, homeText } from '../text'

interface Props {
  now: number
  /** Where no community is chosen yet. */
  first?: boolean
  /** When the last of the community's rooms that are open closes. */
  openUntil?: string | null | undefined
}

/** The head of the home page is the house itself, and a word to whoever comes in. */
export function PlaceHead({ now, first, openUntil = null }: Props) {
  const me = useMe()
  const day = dayOf(now)
  const known = me !== null
  return (
    <Box
      as="section"
      label={homeText.place}
      className={`place ${known && first !== true ? 'place--under' : ''}`}
    >
      <Picture of="house" shape="band" eager />
      <Box className="place__say">
        <Box as="p" className="place__name">
          {first === true ? homeText.welcome : known ? greeting(me.name, now) : homeText.guest}
        </Box>
        <Box as="p" className="muted">
          {known ? `${dateWords(day)} ${weekdayWord(day)}` : homeText.guestHelp}
        </Box>
        {known && openUntil !== null && (
          <Box as="p" className="muted">
            {homeText.openUntil(clockOf(minuteInDay(day, openUntil)))}
          </Box>
        )}
      </Box>
    </Box>
  )
}
