import type { CareChild } from '@linli/contracts/care'
import { useState } from 'react'
import { say } from '../../../shared/ui/page/say'
import { missingWords } from '../../../shared/forms/missing-words'
import { Button } from '../../../shared/ui/button'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import type { CareBoard } from '../care-board'
import { careText, recordWord } from '../text'

interface Props {
  board: CareBoard
  sessionId: string
  child: CareChild
  onClose: () => void
}

const longest = { health: 300, incident: 500, annotation: 300 }
type Kind = keyof typeof longest

/** A health note, what happened, or words beside a hand-over. */
export function NoteSheet({ board, sessionId, child, onClose }: Props) {
  const aboutId = child.release?.recordId
  const kinds: readonly Kind[] = aboutId === undefined ? ['health', 'incident'] : ['annotation', 'incident']
  const [kind, setKind] = useState<Kind | null>(null)
  const [text, setText] = useState('')
  const keep = () => {
    const about = { sessionId, childId: child.childId, text: text.trim() }
    if (kind === null) return
    if (kind !== 'annotation') board.write({ kind, ...about })
    else if (aboutId !== undefined) board.write({ kind, aboutId, ...about })
    say(careText.noted)
    onClose()
  }
  return (
    <Sheet title={`${careText.note} · ${child.name}`} onClose={onClose}>
      <Choice
        label={careText.noteKind}
        options={kinds.map((value) => ({ value, word: recordWord[value] }))}
        chosen={kind}
        onChoose={setKind}
      />
      {kind !== null && (
        <Field
          id="care-note"
          tall
          label={recordWord[kind]}
          help={careText.noteHelp}
          placeholder={careText.noteHint[kind]}
          maxLength={longest[kind]}
          value={text}
          onInput={setText}
        />
      )}
      <Button
        needs={missingWords([
          [kind !== null, careText.noteKind],
          [kind === null || text.trim() !== '', kind === null ? '' : recordWord[kind]],
        ])}
        onTap={keep}
      >
        {careText.keep}
      </Button>
    </Sheet>
  )
}
