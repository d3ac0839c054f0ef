import type { BookingDetail } from '@linli/contracts/booking-case'
import { useState } from 'react'
import { openQuestion } from '../../../shared/cases/timeline-notes'
import { faultText } from '../../../shared/http/problem-text'
import { say } from '../../../shared/ui/page/say'
import { missingWords } from '../../../shared/forms/missing-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Field } from '../../../shared/forms/field'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useSupplement } from './api'
import { caseText } from './text'

export function SupplementSheet({ one, onClose }: { one: BookingDetail; onClose: () => void }) {
  const [note, setNote] = useState('')
  const question = openQuestion(one)
  const supplement = useSupplement({
    queued: onClose,
    done() {
      say(caseText.sent)
      onClose()
    },
  })
  return (
    <Sheet title={caseText.supplement} onClose={onClose}>
      {question !== null && <Box>{caseText.asked(question)}</Box>}
      <Refusal problem={supplement.error} />
      <Field
        id="supplement"
        tall
        label={caseText.supplementWords}
        maxLength={300}
        value={note}
        fault={faultText(supplement.error, 'body.note')}
        onInput={setNote}
      />
      <Button
        busy={supplement.isPending}
        needs={missingWords([[note.trim() !== '', caseText.supplementWords]])}
        onTap={() => supplement.mutate({ params: { id: one.id }, body: { note: note.trim() } })}
      >
        {caseText.send}
      </Button>
    </Sheet>
  )
}
