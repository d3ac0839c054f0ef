import '../../../shared/ui/base.css'
import './day-strip.css'
import { dateWords, dayWords, weekdayWord } from '../../../shared/time/time-words'
import { arrowKeys } from '../../../shared/ui/base/arrow-keys'
import { Box } from '../../../shared/ui/base/box'
import { Scroller } from '../../../shared/ui/base/scroller'
import { Tap } from '../../../shared/ui/base/tap'

export interface StripDay {
  day: string
  /** In words, e.g. 空 5 小时; the date alone where nothing is said of a day. */
  under?: string
  closed: boolean
}

interface Props {
  label: string
  days: readonly StripDay[]
  chosen: string
  now: number
  onChoose: (day: string) => void
}

const monthWord = (day: string) => `${Number(day.slice(5, 7))}月`

/** A row of days; each may say what is left on it. */
export function DayStrip({ label, days, chosen, now, onChoose }: Props) {
  return (
    <Scroller>
      <Box {...arrowKeys} className="day-strip" role="radiogroup" label={label}>
        {days.map(({ day, under, closed }) => {
          const word = dayWords(day, now)
          const date = word.includes('月') ? '' : ` ${dateWords(day)}`
          return (
            <Tap
              key={day}
              className={`day ${day === chosen ? 'day--on' : ''} ${closed ? 'day--closed' : ''}`}
              role="radio"
              label={[word + date, ...(under === undefined ? [] : [under])].join('，')}
              checked={day === chosen}
              skipped={day !== chosen}
              onTap={() => onChoose(day)}
            >
              <Box className="day__word">{word.includes('月') ? weekdayWord(day) : word}</Box>
              <Box className="day__number">{String(Number(day.slice(8)))}</Box>
              <Box className="day__under">{under ?? monthWord(day)}</Box>
            </Tap>
          )
        })}
      </Box>
    </Scroller>
  )
}
