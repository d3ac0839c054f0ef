import { Field } from '../../../shared/forms/field'
import { Several } from '../../../shared/forms/several'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { newTimes, type Times } from '../form'
import { roomText as text } from '../text'

const days = ['一', '二', '三', '四', '五', '六', '日'].map((word, n) => ({ value: String(n + 1), word }))
const most = 8

interface Props {
  id: string
  times: readonly Times[]
  fault: string | null
  onChange: (times: Times[]) => void
}

/** Days of the week, and the hours that they share. */
export function TimesFields({ id, times, fault, onChange }: Props) {
  const change = (at: number, part: Partial<Times>) =>
    onChange(times.map((one, n) => (n === at ? { ...one, ...part } : one)))
  return (
    <>
      {times.map((one, n) => (
        <Box key={n} className="rd__part">
          <Several
            label={text.days}
            options={days}
            chosen={one.days.map(String)}
            onChange={(chosen) => change(n, { days: chosen.map(Number) })}
          />
          <Box className="rd__two">
            {(['from', 'to'] as const).map((edge) => (
              <Field
                key={edge}
                id={`${id}-${edge}-${n}`}
                kind="time"
                label={text[edge]}
                value={one[edge]}
                {...(edge === 'to' && one.to === '00:00' ? { help: text.midnight } : {})}
                onInput={(value) => change(n, { [edge]: value })}
              />
            ))}
          </Box>
          <Button look="plain" onTap={() => onChange(times.filter((_, other) => other !== n))}>
            {text.removeTimes}
          </Button>
        </Box>
      ))}
      {fault !== null && (
        <Box className="field__fault" role="alert">
          {fault}
        </Box>
      )}
      {times.length < most && (
        <Button look="plain" onTap={() => onChange([...times, newTimes()])}>
          {times.length === 0 ? text.addFirstTimes : text.addTimes}
        </Button>
      )}
    </>
  )
}
