import '../../../shared/ui/base.css'
import './day-strip.css'
import { dateWords, dayWords, weekdayWord } from '../../../shared/time/time-words'
import { arrowKeys } from '../../../shared/ui/base/arrow-keys'
import { Box } from '../../../shared/ui/base/box'
import { Scroller } from '../../../shared/ui/base/scroller'
import { Tap } from '../../../shared/ui/base/tap'
import { FreeBar } from '../../../shared/ui/free-bar'

export interface StripDay {
  day: string
  /** In words, e.g. 空 5 小时. */
  under: string
  free: readonly (readonly number[])[]
  closed: boolean
}

interface Props {
  label: string
  days: readonly StripDay[]
  chosen: string
  now: number
  onChoose: (day: string) => void
}

/** A row of days; each draws what is left on it, and says it. */
export function DayStrip({ label, days, chosen, now, onChoose }: Props) {
  return (
    <Scroller>
      <Box {...arrowKeys} className="day-strip" role="radiogroup" label={label}>
        {days.map(({ day, under, free, closed }) => {
          const word = dayWords(day, now)
          const date = word.includes('月') ? '' : ` ${dateWords(day)}`
          return (
            <Tap
              key={day}
              className={`day ${day === chosen ? 'day--on' : ''} ${closed ? 'day--closed' : ''}`}
              role="radio"
              label={[word + date, under].join('，')}
              checked={day === chosen}
              skipped={day !== chosen}
              onTap={() => onChoose(day)}
            >
              <Box className="day__word">{word.includes('月') ? weekdayWord(day) : word}</Box>
              <Box className="day__number">{String(Number(day.slice(8)))}</Box>
              <FreeBar slim free={free} />
              <Box className="day__under">{under}</Box>
            </Tap>
          )
        })}
      </Box>
    </Scroller>
  )
}
