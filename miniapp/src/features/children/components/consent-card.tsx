import type { Child } from '@linli/contracts/children'
import { useState } from 'react'
import { dayOf } from '../../../shared/time'
import { say } from '../../../shared/toast'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { Sheet } from '../../../shared/ui/sheet'
import { useDecideConsent } from '../api'
import { consentWords } from '../consent'
import { consentText } from '../text'
import { fullDate } from '../words'
import { ConfirmSheet } from './confirm-sheet'
import { ConsentWords } from './consent-words'

/** What was decided and when; to be read again, and to be taken back as easily as it was given. */
export function ConsentCard({ child }: { child: Child }) {
  const [open, setOpen] = useState<'words' | 'withdraw' | null>(null)
  const close = () => setOpen(null)
  const { consent } = child
  return (
    <Card title={consentText.card}>
      <Box>
        {consent === null
          ? consentText.none
          : consentText[consent.decision](consent.version, fullDate(dayOf(consent.at)))}
      </Box>
      <Row title={consentText.words} onTap={() => setOpen('words')} />
      {consent?.decision === 'granted' && (
        <Row
          title={<Box className="warn-end">{consentText.withdraw}</Box>}
          onTap={() => setOpen('withdraw')}
        />
      )}
      {open === 'words' && (
        <Sheet title={consentWords.title} onClose={close}>
          <ConsentWords />
          <Button look="ghost" onTap={close}>
            {consentText.readDone}
          </Button>
        </Sheet>
      )}
      {open === 'withdraw' && <WithdrawSheet childId={child.id} onClose={close} />}
    </Card>
  )
}

function WithdrawSheet({ childId, onClose }: { childId: string; onClose: () => void }) {
  const decide = useDecideConsent(() => {
    say(consentText.withdrawn)
    onClose()
  })
  const body = { version: consentWords.version, decision: 'refused' as const }
  return (
    <ConfirmSheet
      title={consentText.withdrawAsk}
      lines={consentText.withdrawHelp}
      yes={consentText.withdrawYes}
      busy={decide.isPending}
      problem={decide.error}
      onYes={() => decide.mutate({ params: { id: childId }, body })}
      onClose={onClose}
    />
  )
}
