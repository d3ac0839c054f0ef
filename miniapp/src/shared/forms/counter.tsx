import { formText } from '../words/form-text'
import '../ui/base.css'
import './field.css'
import { plainCharacters } from '@linli/contracts/digits'
import { Box } from '../ui/base/box'
import { Icon } from '../ui/base/icon'
import { Choice } from './choice'
import { Label } from '../ui/base/label'
import { Tap } from '../ui/base/tap'
import { TextInput } from '../ui/base/text-input'

interface Props {
  id: string
  label: string
  /** Null while nothing is chosen. */
  value: number | null
  most: number
  step: number
  help?: string
  fault?: string | null
  /** Usual numbers, each one tap. */
  proposed?: readonly number[]
  /** How a proposed one is called, e.g. 10 人. */
  word?: (n: number) => string
  onChange: (value: number) => void
}

/** A number of people: typed, or stepped with large buttons. */
export function Counter(props: Props) {
  const { id, label, value, most, step, help, fault, onChange } = props
  const set = (next: number) => onChange(Math.max(0, Math.min(9999, next)))
  const faulty = fault !== undefined && fault !== null
  return (
    <Box className="field">
      <Label htmlFor={id}>{label}</Label>
      <Proposed {...props} />
      <Box className="counter">
        <Tap
          className="counter__step"
          label={formText.less}
          onTap={() => set(Math.max(1, (value ?? 0) - step))}
        >
          <Icon name="minus" />
        </Tap>
        <Box className="counter__input">
          <TextInput
            id={id}
            label={label}
            kind="code"
            maxLength={4}
            value={value === null || value === 0 ? '' : String(value)}
            faulty={faulty}
            describedBy={`${id}-note`}
            onInput={(typed) => set(Number(plainCharacters(typed).replace(/\D/g, '')))}
          />
        </Box>
        <Tap
          className="counter__step"
          label={formText.plus}
          onTap={() => set(Math.min(most, (value ?? 0) + step))}
        >
          <Icon name="plus" />
        </Tap>
      </Box>
      <Box id={`${id}-note`} className={faulty ? 'field__fault' : 'muted'}>
        {fault ?? help}
      </Box>
    </Box>
  )
}

function Proposed({ label, value, proposed = [], word = String, onChange }: Props) {
  if (proposed.length === 0) return null
  return (
    <Box className="counter__proposed">
      <Choice
        label={label}
        options={proposed.map((n) => ({ value: String(n), word: word(n) }))}
        chosen={value === null ? null : String(value)}
        onChoose={(chosen) => onChange(Number(chosen))}
      />
    </Box>
  )
}
