import './volunteers.css'
import '../../../shared/forms/field.css'
import { weekday, weekPart, type WeekTime, weekTime } from '@linli/contracts/volunteer-case'
import { timeWord, weekdayWord, weekPartWord } from '@linli/contracts/volunteer-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { joinText } from '../text'
import { toggled } from '../../../shared/forms/toggled'

interface Props {
  chosen: readonly WeekTime[]
  onChange: (chosen: WeekTime[]) => void
}

/** Seven days of three parts: what is free in an ordinary week. */
export const Week = ({ chosen, onChange }: Props) => (
  <Box className="week" role="group" label={joinText.week}>
    {weekday.options.map((day) => (
      <Box key={day} className="week__day">
        <Box as="span" className="week__name">
          {weekdayWord[day]}
        </Box>
        <Box className="week__parts">
          {weekPart.options.map((part) => {
            const time: WeekTime = `${day}_${part}`
            const on = chosen.includes(time)
            return (
              <Tap
                key={part}
                className={`choice week__part ${on ? 'choice--on' : ''}`}
                role="checkbox"
                checked={on}
                label={timeWord(time)}
                onTap={() => onChange(toggled(weekTime.options, chosen, time))}
              >
                {weekPartWord[part]}
              </Tap>
            )
          })}
        </Box>
      </Box>
    ))}
  </Box>
)
