import { useState } from 'react'
import { faultText } from '../../../shared/http/problem-text'
import { say } from '../../../shared/ui/page/say'
import { missingWords } from '../../../shared/forms/missing-words'
import { Button } from '../../../shared/ui/button'
import { Field } from '../../../shared/forms/field'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useSupplementRating } from '../api'
import { ratingsText } from '../text'
import { mostWords } from '../words'

/** 追评: one more word, once. */
export function SupplementSheet({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const [words, setWords] = useState('')
  const text = words.trim()
  const { error, isPending, mutate } = useSupplementRating(() => {
    say(ratingsText.supplemented)
    onClose()
  })
  return (
    <Sheet title={ratingsText.supplement} onClose={onClose}>
      <Refusal problem={error?.errors.length === 0 ? error : null} />
      <Field
        id="rating-supplement"
        tall
        label={ratingsText.supplementWords}
        help={ratingsText.supplementHelp}
        maxLength={mostWords}
        value={words}
        fault={faultText(error, 'body.text')}
        onInput={setWords}
      />
      <Button
        busy={isPending}
        needs={missingWords([[text !== '', ratingsText.supplementWords]])}
        onTap={() => mutate({ params: { id: caseId }, body: { text } })}
      >
        {ratingsText.send}
      </Button>
    </Sheet>
  )
}
