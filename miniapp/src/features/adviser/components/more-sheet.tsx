import type { CaseDetail } from '@linli/contracts/cases'
import type { Thread } from '@linli/contracts/consultation-thread'
import { useState } from 'react'
import { Button } from '../../../shared/ui/button'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useClose, usePassOn } from '../api'
import { matterText } from '../text'
import { AttemptSheet } from './attempt-sheet'
import { OfferSheet } from './offer-sheet'
import { ReferSheet } from './refer-sheet'

interface Props {
  one: CaseDetail
  thread: Thread
  onClose: () => void
}

const acts = [
  { action: 'attempt', word: matterText.attempt },
  { action: 'offer_times', word: matterText.offer },
  { action: 'propose_referral', word: matterText.refer },
  { action: 'close', word: matterText.close },
  { action: 'pass_on', word: matterText.passOn },
] as const
type Action = (typeof acts)[number]['action']

/** Everything but to write: which, and then what it asks. */
export function MoreSheet({ one, thread, onClose }: Props) {
  const [chosen, setChosen] = useState<Action | null>(null)
  const shared = { one, thread, onClose }
  switch (chosen) {
    case null:
      return (
        <Sheet title={matterText.more} onClose={onClose}>
          {acts
            .filter(({ action }) => one.can.includes(action))
            .map(({ action, word }) => (
              <Button key={action} look="ghost" onTap={() => setChosen(action)}>
                {word}
              </Button>
            ))}
        </Sheet>
      )
    case 'attempt':
      return <AttemptSheet {...shared} />
    case 'offer_times':
      return <OfferSheet {...shared} />
    case 'propose_referral':
      return <ReferSheet {...shared} />
    case 'close':
      return <CloseSheet {...shared} />
    case 'pass_on':
      return <PassOnSheet {...shared} />
  }
}

function CloseSheet({ one, onClose }: Props) {
  const close = useClose(() => {
    say(matterText.closed)
    onClose()
  })
  return (
    <ConfirmSheet
      {...matterText.closeSheet}
      problem={close.error}
      busy={close.isPending}
      onYes={() => close.mutate({ params: { id: one.id }, body: {} })}
      onClose={onClose}
    />
  )
}

function PassOnSheet({ one, onClose }: Props) {
  const pass = usePassOn(() => {
    say(matterText.passedOn)
    onClose()
  })
  return (
    <ConfirmSheet
      {...matterText.passOnSheet}
      problem={pass.error}
      busy={pass.isPending}
      onYes={() => pass.mutate({ params: { id: one.id }, body: {} })}
      onClose={onClose}
    />
  )
}
