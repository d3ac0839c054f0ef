import { lineLength } from '@linli/contracts/consultation-thread'
import { useState } from 'react'
import { Field } from '../../../shared/forms/field'
import { missingWords } from '../../../shared/forms/missing-words'
import { faultText } from '../../../shared/http/problem-text'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Button } from '../../../shared/ui/button'
import { say } from '../../../shared/ui/page/say'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useCorrect } from '../api'
import { matterText } from '../text'

/** Nothing that was said is ever edited: what was wrong is said anew, below it. */
export function CorrectSheet({ id, n, onClose }: { id: string; n: number; onClose: () => void }) {
  const [words, setWords] = useState('')
  const correct = useCorrect(() => {
    say(matterText.sent)
    onClose()
  })
  return (
    <Sheet title={matterText.correctTitle(n)} onClose={onClose}>
      <Refusal problem={correct.error} />
      <Field
        id="matter-correct"
        tall
        label={matterText.correctLabel}
        help={matterText.correctHelp}
        maxLength={lineLength}
        value={words}
        fault={faultText(correct.error, 'body.words')}
        onInput={setWords}
      />
      <Button
        busy={correct.isPending}
        needs={missingWords([[words.trim() !== '', matterText.correctLabel]])}
        onTap={() => correct.mutate({ params: { id }, body: { n, words: words.trim() } })}
      >
        {matterText.correct}
      </Button>
    </Sheet>
  )
}
