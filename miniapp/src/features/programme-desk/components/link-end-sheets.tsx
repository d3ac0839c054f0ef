import type { EndReason, RefuseReason } from '@linli/contracts/guardian-desk'
import { useState } from 'react'
import { say } from '../../../shared/ui/page/say'
import { missingWords } from '../../../shared/forms/missing-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Choice } from '../../../shared/forms/choice'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useProposeEnding, useRefuseLink } from '../api'
import { guardiansText } from '../guardians-text'

interface Props {
  id: string
  onClose: () => void
}

const optionsOf = <T extends string>(words: Record<T, string>) =>
  (Object.keys(words) as T[]).map((value) => ({ value, word: words[value] }))

/** Papers do not bear out what was claimed: the reason is chosen, not written. */
export function RefuseSheet({ id, onClose }: Props) {
  const [reason, setReason] = useState<RefuseReason | null>(null)
  const refuse = useRefuseLink(() => {
    say(guardiansText.refused)
    onClose()
  })
  return (
    <Sheet title={guardiansText.refuseTitle} onClose={onClose}>
      <Box as="p">{guardiansText.refuseHelp}</Box>
      <Box className="label">{guardiansText.why}</Box>
      <Choice
        label={guardiansText.why}
        options={optionsOf(guardiansText.refuseReason)}
        chosen={reason}
        onChoose={setReason}
      />
      <Refusal problem={refuse.error} />
      <Button
        look="warm"
        busy={refuse.isPending}
        needs={missingWords([[reason !== null, guardiansText.why]])}
        onTap={() => reason !== null && refuse.mutate({ params: { id }, body: { reason } })}
      >
        {guardiansText.refuseYes}
      </Button>
    </Sheet>
  )
}

/** The first of two who end a verified guardian. */
export function EndSheet({ id, onClose }: Props) {
  const [reason, setReason] = useState<EndReason | null>(null)
  const propose = useProposeEnding(() => {
    say(guardiansText.endProposed)
    onClose()
  })
  return (
    <Sheet title={guardiansText.endTitle} onClose={onClose}>
      <Box as="p">{guardiansText.endHelp}</Box>
      <Box className="label">{guardiansText.why}</Box>
      <Choice
        label={guardiansText.why}
        options={optionsOf(guardiansText.endReason)}
        chosen={reason}
        onChoose={setReason}
      />
      <Refusal problem={propose.error} />
      <Button
        look="warm"
        busy={propose.isPending}
        needs={missingWords([[reason !== null, guardiansText.why]])}
        onTap={() => reason !== null && propose.mutate({ params: { id }, body: { reason } })}
      >
        {guardiansText.endYes}
      </Button>
    </Sheet>
  )
}
