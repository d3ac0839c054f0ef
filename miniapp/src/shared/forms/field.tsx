import { formText } from '../words/form-text'
import '../ui/base.css'
import './field.css'
import type { ReactNode } from 'react'
import { Box } from '../ui/base/box'
import { Label } from '../ui/base/label'
import { TextArea } from '../ui/base/text-area'
import { TextInput } from '../ui/base/text-input'
import type { TextInputProps } from '../ui/base/props'

interface Props extends Omit<TextInputProps, 'faulty' | 'describedBy'> {
  /** The service's sentence about this field. */
  fault?: string | null
  help?: string
  tall?: boolean
  optional?: boolean
  /** Beside the input, e.g. a button that sends a code. */
  beside?: ReactNode
}

/** One labelled field; its fault stands below it in words. */
export function Field({ fault, help, tall, optional, beside, ...input }: Props) {
  const note = fault ?? help
  const faulty = fault !== undefined && fault !== null
  const noteId = `${input.id}-note`
  const Kind = tall === true ? TextArea : TextInput
  return (
    <Box className={`field ${faulty ? 'faulty' : ''}`}>
      <Label htmlFor={input.id}>{optional === true ? input.label + formText.optional : input.label}</Label>
      <Box className="field__line">
        <Box className="field__input">
          <Kind
            {...input}
            faulty={faulty}
            {...(note === undefined || note === null ? {} : { describedBy: noteId })}
          />
        </Box>
        {beside}
      </Box>
      {note !== undefined && note !== null && (
        <Box
          id={noteId}
          className={fault ? 'field__fault' : 'muted'}
          {...(fault ? { role: 'alert' as const } : {})}
        >
          {note}
        </Box>
      )}
    </Box>
  )
}
