import type { Child } from '@linli/contracts/children'
import { useState } from 'react'
import { toTop } from '../../../shared/navigation/scroll-to-top'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { Timeline } from '../../../shared/ui/timeline'
import { useDecideConsent } from '../api'
import { consentWords } from '../consent'
import { consentText, childrenText } from '../text'
import { consentStep, isShared } from '../words'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { ConsentWords } from './consent-words'

/** Every decision in its order, with its day; to be read again, and to be taken back as easily as it was given. */
export function ConsentCard({ child }: { child: Child }) {
  const [open, setOpen] = useState<'words' | 'withdraw' | null>(null)
  const close = () => setOpen(null)
  const steps = child.consents.map((one, n) => ({ key: String(n), note: null, ...consentStep(one) }))
  const last = child.consents[child.consents.length - 1]
  return (
    <Card title={consentText.card}>
      {steps.length === 0 ? <Box>{consentText.none}</Box> : <Timeline steps={steps} />}
      <Row title={consentText.words} onTap={() => setOpen('words')} />
      {last?.what === 'granted' && (
        <Row
          title={<Box className="warn-end">{consentText.withdraw}</Box>}
          onTap={() => setOpen('withdraw')}
        />
      )}
      {open === 'words' && (
        <Sheet title={consentWords.title} onClose={close}>
          <ConsentWords {...(last === undefined ? {} : { version: last.version })} />
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
    // What holds from now on is said at the top, and this card stands far below it.
    toTop()
  })
  const body = { version: consentWords.version, decision: 'refused' as const }
  return (
    <ConfirmSheet
      title={consentText.withdrawAsk}
      lines={isShared(child) ? consentText.withdrawSharedHelp : consentText.withdrawHelp}
      yes={consentText.withdrawYes}
      no={childrenText.keep}
      busy={decide.isPending}
      problem={decide.error}
      onYes={() => decide.mutate({ params: { id: child.id }, body })}
      onClose={onClose}
    />
  )
}
