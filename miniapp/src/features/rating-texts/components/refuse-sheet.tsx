import type { DoubtfulText } from '@linli/contracts/rating-texts'
import { type TextRefusal, textRefusal } from '@linli/contracts/ratings'
import { useState } from 'react'
import { refusalWords } from '../../../shared/words/rating-refusal-words'
import { say } from '../../../shared/ui/page/say'
import { missingWords } from '../../../shared/forms/missing-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Choice } from '../../../shared/forms/choice'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useJudge } from '../api'
import { judgingText } from '../judging-text'

interface Props {
  one: DoubtfulText
  onClose: () => void
}

/** Asks why words are not shown: their writer is told. */
export function RefuseSheet({ one, onClose }: Props) {
  const [reason, setReason] = useState<TextRefusal | null>(null)
  const reader = one.public ? 'public' : 'private'
  const judge = useJudge({
    done() {
      say(judgingText.refused)
      onClose()
    },
  })
  return (
    <Sheet title={judgingText.refuseTitle[reader]} onClose={onClose}>
      <Box as="p" className="said">
        {one.text}
      </Box>
      <Refusal problem={judge.error} />
      <Box className="label">{judgingText.why}</Box>
      <Choice
        label={judgingText.refuseTitle[reader]}
        options={textRefusal.options.map((value) => ({ value, word: refusalWords[value] }))}
        chosen={reason}
        onChoose={setReason}
      />
      <Box className="muted">{judgingText.refuseHelp}</Box>
      <Button
        look="warm"
        busy={judge.isPending}
        needs={missingWords([[reason !== null, judgingText.why]])}
        onTap={() =>
          reason !== null &&
          judge.mutate({ params: { id: one.id }, body: { part: one.part, verdict: 'refuse', reason } })
        }
      >
        {judgingText.refuse[reader]}
      </Button>
    </Sheet>
  )
}
