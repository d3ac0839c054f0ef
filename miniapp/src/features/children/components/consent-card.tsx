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
import { childText, consentText } from '../text'
import { fullDate, isShared } from '../words'
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
          <ConsentWords {...(consent === null ? {} : { version: consent.version })} />
          <Button look="ghost" onTap={close}>
            {consentText.readDone}
          </Button>
        </Sheet>
      )}
      {open === 'withdraw' && <WithdrawSheet child={child} onClose={close} />}
    </Card>
  )
}

function WithdrawSheet({ child, onClose }: { child: Child; onClose: () => void }) {
  const decide = useDecideConsent(({ frozen }) => {
    say(frozen === null ? consentText.withdrawn : consentText.freezing)
    onClose()
  })
  const body = { version: consentWords.version, decision: 'refused' as const }
  return (
    <ConfirmSheet
      title={consentText.withdrawAsk}
      lines={[...consentText.withdrawHelp, ...(isShared(child) ? [childText.sharedHelp] : [])]}
      yes={consentText.withdrawYes}
      busy={decide.isPending}
      problem={decide.error}
      onYes={() => decide.mutate({ params: { id: child.id }, body })}
      onClose={onClose}
    />
  )
}
