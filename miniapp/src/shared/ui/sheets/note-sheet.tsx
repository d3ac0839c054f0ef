import { type ReactNode, useState } from 'react'
import type { ProblemError } from '../../http/problem'
import { faultText } from '../../http/problem-text'
import { missingWords } from '../../forms/missing-words'
import { Box } from '../base/box'
import { Tap } from '../base/tap'
import { Button } from '../button'
import { Field } from '../../forms/field'
import { Refusal } from '../answers/refusal'
import { Sheet } from './sheet'
import { staffText } from '../../staff/staff-text'

interface Props {
  title: string
  /** Names the field. */
  label: string
  /** What is to be known of it, e.g. who reads it. */
  help?: string
  /** Somebody's words that are answered. */
  about?: string
  /** Sentences that staff often need, one tap each. */
  usual?: readonly string[]
  problem: ProblemError | null
  /** Where the service says what is wrong with the words. */
  path?: string
  /** What its button says, where that is not 发送. */
  send?: string | undefined
  busy: boolean
  onSend: (note: string) => void
  onClose: () => void
  /** Below the words. */
  children?: ReactNode
  /** What has to be chosen before; said below the button. */
  missing?: string | null
  /** What is chosen, above the reason for it. */
  above?: ReactNode
  /** The ways on from a refusal. */
  ways?: ReactNode
}

/** Asks staff for a few words: a reason, or a question. */
export function NoteSheet({
  title,
  label,
  help,
  about,
  usual = [],
  problem,
  path = 'body.note',
  send = staffText.send,
  busy,
  onSend,
  onClose,
  children,
  missing = null,
  above,
  ways,
}: Props) {
  const [note, setNote] = useState('')
  return (
    <Sheet title={title} onClose={onClose}>
      <Refusal problem={problem}>{ways}</Refusal>
      {above}
      {about !== undefined && (
        <Box as="p" className="words">
          {about}
        </Box>
      )}
      {usual.length > 0 && (
        <Box className="wrap">
          {usual.map((words) => (
            <Tap
              key={words}
              className={`choice ${note === words ? 'choice--on' : ''}`}
              onTap={() => setNote(words)}
            >
              {words}
            </Tap>
          ))}
        </Box>
      )}
      <Field
        id="desk-note"
        tall
        label={label}
        {...(help === undefined ? {} : { help })}
        maxLength={300}
        value={note}
        fault={faultText(problem, path)}
        onInput={setNote}
      />
      {children}
      <Button
        busy={busy}
        needs={missing ?? missingWords([[note.trim() !== '', label]])}
        onTap={() => onSend(note.trim())}
      >
        {send}
      </Button>
    </Sheet>
  )
}
