import { formText } from '../words/form-text'
import '../ui/base.css'
import './field.css'
import './stepper.css'
import { Box } from '../ui/base/box'
import { Icon } from '../ui/base/icon'
import { Tap } from '../ui/base/tap'

interface Props {
  label: string
  value: number
  least: number
  most: number
  step?: number
  word: (value: number) => string
  onChange: (value: number) => void
}

/** One of an ordered few, said in words and walked by two large buttons. */
export function Stepper({ label, value, least, most, step = 1, word, onChange }: Props) {
  const set = (next: number) => onChange(Math.max(least, Math.min(most, next)))
  return (
    <Box className="field" role="group" label={label}>
      <Box className="label">{label}</Box>
      <Box className="stepper">
        <Tap
          className="counter__step"
          label={label + formText.less}
          disabled={value <= least}
          onTap={() => set(value - step)}
        >
          <Icon name="minus" />
        </Tap>
        <Box className="stepper__word" live>
          {word(value)}
        </Box>
        <Tap
          className="counter__step"
          label={label + formText.plus}
          disabled={value >= most}
          onTap={() => set(value + step)}
        >
          <Icon name="plus" />
        </Tap>
      </Box>
    </Box>
  )
}
