import type { CaseDetail } from '@linli/contracts/cases'
import { useState } from 'react'
import { faultText } from '../../../shared/http/problem-text'
import { say } from '../../../shared/ui/page/say'
import { missingWords } from '../../../shared/forms/missing-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Field } from '../../../shared/forms/field'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useSupplement } from '../api'
import { casesText } from '../text'
import { openQuestion } from '../words'

export function SupplementSheet({ one, onClose }: { one: CaseDetail; onClose: () => void }) {
  const [note, setNote] = useState('')
  const question = openQuestion(one)
  const supplement = useSupplement({
    queued: onClose,
    done() {
      say(casesText.sent)
      onClose()
    },
  })
  return (
    <Sheet title={casesText.supplement} onClose={onClose}>
      {question !== null && <Box>{casesText.ask(question)}</Box>}
      <Refusal problem={supplement.error} />
      <Field
        id="supplement"
        tall
        label={casesText.supplementWords}
        maxLength={300}
        value={note}
        fault={faultText(supplement.error, 'body.note')}
        onInput={setNote}
      />
      <Button
        busy={supplement.isPending}
        needs={missingWords([[note.trim() !== '', casesText.supplementWords]])}
        onTap={() => supplement.mutate({ params: { id: one.id }, body: { note: note.trim() } })}
      >
        {casesText.send}
      </Button>
    </Sheet>
  )
}
