import { Field } from '../../../shared/forms/field'
import { addDays } from '../../../shared/time/shanghai'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { paperText as text } from '../text'

interface Props {
  day: string
  step: 1 | 7
  onDay: (day: string) => void
}

/** Which day, or which week. */
export const Days = ({ day, step, onDay }: Props) => (
  <Box className="room-paper__days not-on-paper">
    <Tap className="choice" onTap={() => onDay(addDays(day, -step))}>
      {step === 1 ? text.before : text.weekBefore}
    </Tap>
    <Field
      id="paper-day"
      kind="date"
      label={text.day}
      value={day}
      onInput={(value) => /^\d{4}-\d\d-\d\d$/.test(value) && onDay(value)}
    />
    <Tap className="choice" onTap={() => onDay(addDays(day, step))}>
      {step === 1 ? text.after : text.weekAfter}
    </Tap>
  </Box>
)
