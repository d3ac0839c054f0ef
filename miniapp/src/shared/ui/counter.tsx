import './base.css'
import './field.css'
import { plainCharacters } from '@linli/contracts/digits'
import { Box } from './base/box'
import { Icon } from './base/icon'
import { Label } from './base/label'
import { Tap } from './base/tap'
import { TextInput } from './base/text-input'
import { frameText } from './text'

interface Props {
  id: string
  label: string
  value: number
  most: number
  step: number
  help?: string
  fault?: string | null
  onChange: (value: number) => void
}

/** A number of people: typed, or stepped with large buttons. */
export function Counter({ id, label, value, most, step, help, fault, onChange }: Props) {
  const set = (next: number) => onChange(Math.max(0, Math.min(9999, next)))
  const faulty = fault !== undefined && fault !== null
  return (
    <Box className="field">
      <Label htmlFor={id}>{label}</Label>
      <Box className="counter">
        <Tap className="counter__step" label={frameText.less} onTap={() => set(Math.max(1, value - step))}>
          <Icon name="minus" />
        </Tap>
        <Box className="counter__input">
          <TextInput
            id={id}
            label={label}
            kind="code"
            maxLength={4}
            value={value === 0 ? '' : String(value)}
            faulty={faulty}
            describedBy={`${id}-note`}
            onInput={(typed) => set(Number(plainCharacters(typed).replace(/\D/g, '')))}
          />
        </Box>
        <Tap className="counter__step" label={frameText.plus} onTap={() => set(Math.min(most, value + step))}>
          <Icon name="plus" />
        </Tap>
      </Box>
      <Box id={`${id}-note`} className={faulty ? 'field__fault' : 'muted'}>
        {fault ?? help}
      </Box>
    </Box>
  )
}
