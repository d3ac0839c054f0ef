import { useState } from 'react'
import { faultText } from '../../../shared/problem-text'
import { say } from '../../../shared/toast'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Counter } from '../../../shared/ui/counter'
import { Refusal } from '../../../shared/ui/refusal'
import { Sheet } from '../../../shared/ui/sheet'
import { useProposeMove } from '../api'
import { rosterText } from '../programme-text'
import type { InLine } from './line-card'
import { ReasonField } from './reason-field'

interface Props {
  one: InLine
  total: number
  onClose: () => void
}

/** Another place in line, with the reason that everybody who waits may read. */
export function ProposeSheet({ one, total, onClose }: Props) {
  const [to, setTo] = useState(Math.max(1, one.position - 1))
  const [reason, setReason] = useState('')
  const propose = useProposeMove(() => {
    say(rosterText.proposeDone)
    onClose()
  })
  return (
    <Sheet title={rosterText.proposeTitle(one.position)} onClose={onClose}>
      <Box as="p">{rosterText.proposeHelp}</Box>
      <Refusal problem={propose.error?.errors.length === 0 ? propose.error : null} />
      <Counter
        id="move-to"
        label={rosterText.to}
        value={to}
        most={total}
        step={1}
        help={rosterText.of(total)}
        fault={faultText(propose.error, 'body.to')}
        onChange={setTo}
      />
      <ReasonField
        id="move-reason"
        label={rosterText.reason}
        usual={rosterText.reasons}
        max={300}
        value={reason}
        fault={faultText(propose.error, 'body.reason')}
        onInput={setReason}
      />
      <Button
        busy={propose.isPending}
        disabled={reason.trim() === '' || to < 1 || to === one.position}
        onTap={() => propose.mutate({ params: { id: one.caseId }, body: { to, reason: reason.trim() } })}
      >
        {rosterText.proposeGo}
      </Button>
    </Sheet>
  )
}
