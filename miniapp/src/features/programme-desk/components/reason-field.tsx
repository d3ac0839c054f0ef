import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Field } from '../../../shared/forms/field'

interface Props {
  id: string
  label: string
  /** What is often said, one tap each. */
  usual: readonly string[]
  max: number
  value: string
  /** What must not be in it; stays in sight beside a fault. */
  help: string
  fault: string | null
  onInput: (value: string) => void
}

/** A reason that families will read. */
export const ReasonField = ({ id, label, usual, max, value, help, fault, onInput }: Props) => (
  <Box>
    <Box className="wrap pd-usual">
      {usual.map((words) => (
        <Tap
          key={words}
          className={`choice ${value === words ? 'choice--on' : ''}`}
          onTap={() => onInput(words)}
        >
          {words}
        </Tap>
      ))}
    </Box>
    <Field id={id} tall label={label} maxLength={max} value={value} fault={fault} onInput={onInput} />
    <Box className="muted">{help}</Box>
  </Box>
)
