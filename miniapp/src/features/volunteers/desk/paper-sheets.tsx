import { type PaperKind, paperKind, type VolunteerDetail } from '@linli/contracts/volunteer-case'
import { paperWord } from '@linli/contracts/volunteer-words'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { faultText } from '../../../shared/http/problem-text'
import { useNow } from '../../../shared/time/use-now'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { say } from '../../../shared/ui/page/say'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useAddPaper, useRevokePaper } from '../api'
import { paperWords } from '../paper-words'
import { volunteerDeskText as words } from '../text'

const kinds = paperKind.options.map((value) => ({ value, word: paperWord[value] }))

interface Props {
  one: VolunteerDetail
  onClose: () => void
}

/** What staff have seen, and until when it counts. */
export function AddPaperSheet({ one, onClose }: Props) {
  const [kind, setKind] = useState<PaperKind | null>(null)
  const [validUntil, setValidUntil] = useState('')
  const write = useAddPaper(() => {
    say(words.paperSaved)
    onClose()
  })
  const needs = kind === null ? words.paperNeeds.kind : validUntil === '' ? words.paperNeeds.day : null
  const send = () => kind !== null && write.mutate({ params: { id: one.id }, body: { kind, validUntil } })
  return (
    <Sheet title={words.addPaperTitle} onClose={onClose}>
      <Box className="muted">{words.addPaperHelp}</Box>
      <Choice label={words.kind} options={kinds} chosen={kind} onChoose={setKind} />
      <Field
        id="paper-until"
        kind="date"
        label={words.validUntil}
        help={words.validUntilHelp}
        value={validUntil}
        fault={faultText(write.error, 'body.validUntil')}
        onInput={setValidUntil}
      />
      <Refusal problem={write.error?.errors.length === 0 ? write.error : null} />
      <Button busy={write.isPending} needs={needs} onTap={send}>
        {words.addPaper}
      </Button>
    </Sheet>
  )
}

/** One that counts no more. */
export function RevokePaperSheet({ one, onClose }: Props) {
  const now = useNow()
  const [paperId, setPaperId] = useState<string | null>(null)
  const write = useRevokePaper(() => {
    say(words.revoked)
    onClose()
  })
  const papers = one.facts.papers.map((paper) => ({ value: paper.id, word: paperWords(paper, now) }))
  const send = () => paperId !== null && write.mutate({ params: { id: one.id }, body: { paperId } })
  return (
    <Sheet title={words.revokeTitle} onClose={onClose}>
      <Box className="muted">{words.revokeHelp}</Box>
      <Choice label={words.revokeTitle} options={papers} chosen={paperId} onChoose={setPaperId} />
      <Refusal problem={write.error} />
      <Button
        look="danger"
        busy={write.isPending}
        needs={paperId === null ? words.revokeNeeds : null}
        onTap={send}
      >
        {words.revokePaper}
      </Button>
    </Sheet>
  )
}
