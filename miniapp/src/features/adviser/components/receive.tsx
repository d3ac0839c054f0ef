import type { HandedPart, ReferralKind } from '@linli/contracts/consultation-thread'
import { useState } from 'react'
import { partForReceiver, referralWord } from '../../../shared/matters/words'
import { momentWords } from '../../../shared/time/time-words'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useAcknowledge, useReturn, useTake } from '../api'
import { queueText } from '../text'

interface Handed {
  id: string
  kind: ReferralKind
  parts: HandedPart[]
  dueAt: string
}

/** What was handed on waits for a receipt: what comes with it is named, and read only once it was taken. */
export function Receive({ referral, now, done }: { referral: Handed; now: number; done: () => void }) {
  const [asked, setAsked] = useState(false)
  const acknowledge = useAcknowledge(() => {
    say(queueText.acknowledged)
    done()
  })
  const given = { params: { id: referral.id }, body: {} }
  return (
    <Card title={queueText.comes(referralWord[referral.kind])}>
      <Box>{queueText.parts(referral.parts.map((part) => partForReceiver[part]).join('、'))}</Box>
      <Box className="muted">{queueText.receiveBy(momentWords(referral.dueAt, now))}</Box>
      <Box className="muted">{queueText.notYet}</Box>
      <Box className="after-card stack">
        <Refusal problem={acknowledge.error} />
        <Button busy={acknowledge.isPending} onTap={() => acknowledge.mutate(given)}>
          {queueText.acknowledge}
        </Button>
        <Button look="ghost" onTap={() => setAsked(true)}>
          {queueText.back}
        </Button>
      </Box>
      {asked && <ReturnSheet id={referral.id} done={done} onClose={() => setAsked(false)} />}
    </Card>
  )
}

function ReturnSheet({ id, done, onClose }: { id: string; done: () => void; onClose: () => void }) {
  const giveBack = useReturn(() => {
    say(queueText.returned)
    onClose()
    done()
  })
  return (
    <ConfirmSheet
      {...queueText.backSheet}
      problem={giveBack.error}
      busy={giveBack.isPending}
      onYes={() => giveBack.mutate({ params: { id }, body: {} })}
      onClose={onClose}
    />
  )
}

/** Nobody works on it yet. */
export function Take({ id, done }: { id: string; done: () => void }) {
  const take = useTake(() => {
    say(queueText.took)
    done()
  })
  return (
    <Card>
      <Box className="stack">
        <Box>{queueText.noThread}</Box>
        <Refusal problem={take.error} />
        <Button busy={take.isPending} onTap={() => take.mutate({ params: { id }, body: {} })}>
          {queueText.take}
        </Button>
      </Box>
    </Card>
  )
}
