import './base.css'
import './field.css'
import type { ReactNode } from 'react'
import { Box } from './base/box'
import { Label } from './base/label'
import { TextArea } from './base/text-area'
import { TextInput } from './base/text-input'
import type { TextInputProps } from './base/props'
import { frameText } from './text'

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
      <Label htmlFor={input.id}>{optional === true ? input.label + frameText.optional : input.label}</Label>
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
