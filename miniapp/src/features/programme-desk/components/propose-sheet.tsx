import { useState } from 'react'
import { faultText } from '../../../shared/http/problem-text'
import { say } from '../../../shared/ui/page/say'
import { useShowFault } from '../../../shared/forms/use-show-fault'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Counter } from '../../../shared/forms/counter'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useProposeMove } from '../api'
import type { InLine } from '../line-facts'
import { programmeText, rosterText } from '../programme-text'
import { missingAt, useMissingFields } from '../../../shared/forms/missing-fields'
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
  const missing = useMissingFields()
  const problem = missing.problem ?? propose.error
  useShowFault(problem)
  const lacks = [
    ...(to < 1 || to === one.position ? [missingAt('to', rosterText.samePlace)] : []),
    ...(reason.trim() === '' ? [missingAt('reason', programmeText.noReason)] : []),
  ]
  const send = () => propose.mutate({ params: { id: one.caseId }, body: { to, reason: reason.trim() } })
  return (
    <Sheet title={rosterText.proposeTitle(one.position)} onClose={onClose}>
      <Box as="p">{rosterText.proposeHelp}</Box>
      <Refusal problem={problem?.errors.length === 0 ? problem : null} />
      <Counter
        id="move-to"
        label={rosterText.to}
        value={to}
        most={total}
        step={1}
        help={rosterText.of(total)}
        fault={faultText(problem, 'body.to')}
        onChange={setTo}
      />
      <ReasonField
        id="move-reason"
        label={rosterText.reason}
        usual={rosterText.reasons}
        max={300}
        help={rosterText.reasonHelp}
        value={reason}
        fault={faultText(problem, 'body.reason')}
        onInput={setReason}
      />
      <Button busy={propose.isPending} onTap={() => missing.check(lacks) && send()}>
        {rosterText.proposeGo}
      </Button>
    </Sheet>
  )
}
