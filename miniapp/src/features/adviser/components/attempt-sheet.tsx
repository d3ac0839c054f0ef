import type { CaseDetail } from '@linli/contracts/cases'
import type { AttemptOutcome, Thread } from '@linli/contracts/consultation-thread'
import { useState } from 'react'
import { missingWords } from '../../../shared/forms/missing-words'
import { outcomeWord } from '../../../shared/matters/words'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { dial } from '../../../shared/ui/call-button'
import { say } from '../../../shared/ui/page/say'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useAttempt, usePhone } from '../api'
import { matterText } from '../text'
import { NamedChoice } from './named-choice'

interface Props {
  one: CaseDetail
  thread: Thread
  onClose: () => void
}

const outcomes = (Object.keys(outcomeWord) as AttemptOutcome[]).map((value) => ({
  value,
  word: outcomeWord[value],
}))

/** A call that was made, whatever came of it. */
export function AttemptSheet({ one, thread, onClose }: Props) {
  const [outcome, setOutcome] = useState<AttemptOutcome | null>(null)
  const attempt = useAttempt(() => {
    say(matterText.attempted)
    onClose()
  })
  return (
    <Sheet title={matterText.attempt} onClose={onClose}>
      <Box className="muted">{thread.unnamed ? matterText.attemptHelpUnnamed : matterText.attemptHelp}</Box>
      {thread.intake?.reach === 'here' ? <Box>{matterText.hereOnly}</Box> : <PersonsPhone id={one.id} />}
      <NamedChoice
        label={matterText.attemptLabel}
        options={outcomes}
        chosen={outcome}
        onChoose={setOutcome}
      />
      <Refusal problem={attempt.error} />
      <Button
        busy={attempt.isPending}
        needs={missingWords([[outcome !== null, matterText.attemptLabel]])}
        onTap={() => outcome !== null && attempt.mutate({ params: { id: one.id }, body: { outcome } })}
      >
        {matterText.attempt}
      </Button>
    </Sheet>
  )
}

/** Only after a tap, which says that it is recorded. */
function PersonsPhone({ id }: { id: string }) {
  const look = usePhone()
  const phone = look.data?.phone
  if (phone === undefined) {
    return (
      <Box className="stack-tight">
        <Refusal problem={look.error} />
        <Button look="ghost" busy={look.isPending} onTap={() => look.mutate({ params: { id } })}>
          {matterText.phone}
        </Button>
        <Box className="muted">{matterText.phoneHelp}</Box>
      </Box>
    )
  }
  if (phone === null) return <Box>{matterText.noPhone}</Box>
  return (
    <Tap className="phone-link" onTap={() => dial(phone)}>
      {phone}
    </Tap>
  )
}
