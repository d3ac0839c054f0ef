import './children.css'
import '../../../shared/forms/field.css'
import { Box } from '../../../shared/ui/base/box'
import { Choice } from '../../../shared/forms/choice'
import { peopleText } from '../people-text'

interface Props<T extends string> {
  label: string
  options: readonly { value: T; word: string }[]
  chosen: T | null
  help?: string
  fault: string | null
  onChoose: (value: T) => void
}

/** One of a few as a field of a form: its fault stands below it in words; nothing is filled in here, one is chosen. */
export function ChoiceField<T extends string>({ label, help, fault: given, ...choice }: Props<T>) {
  const fault = given !== null && choice.chosen === null ? peopleText.choose : given
  return (
    <Box className={`choice-field ${fault === null ? '' : 'faulty'}`}>
      <Box className="label">{label}</Box>
      <Choice label={label} faulty={fault !== null} {...choice} />
      {help !== undefined && fault === null && <Box className="muted">{help}</Box>}
      {fault !== null && (
        <Box className="field__fault" role="alert">
          {fault}
        </Box>
      )}
    </Box>
  )
}
