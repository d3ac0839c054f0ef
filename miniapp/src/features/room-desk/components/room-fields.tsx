import { Field } from '../../../shared/forms/field'
import { faultWithin } from '../../../shared/forms/field-faults'
import { type NumberField, numbers, type TextField } from '../form'
import { roomText as text } from '../text'
import type { RoomEditing } from '../use-room-form'

interface Props<Name> {
  editing: RoomEditing
  name: Name
  label: string
  hint?: string
  help?: string
  most?: number
  tall?: boolean
  optional?: boolean
}

export const TextOf = ({ editing: { form, set, problem }, name, hint, most, ...rest }: Props<TextField>) => (
  <Field
    {...rest}
    id={`room-${name}`}
    value={form[name]}
    fault={faultWithin(problem, `room.${name}`)}
    {...(hint === undefined ? {} : { placeholder: hint })}
    {...(most === undefined ? {} : { maxLength: most })}
    onInput={(value) => set({ [name]: value })}
  />
)

export const NumberOf = ({
  editing: { form, set, problem },
  name,
  help,
}: Omit<Props<NumberField>, 'label'>) => (
  <Field
    id={`room-${name}`}
    kind="code"
    label={text[numbers[name]]}
    maxLength={6}
    value={form[name]}
    fault={faultWithin(problem, `room.${name}`)}
    {...(help === undefined ? {} : { help })}
    onInput={(value) => set({ [name]: value })}
  />
)
