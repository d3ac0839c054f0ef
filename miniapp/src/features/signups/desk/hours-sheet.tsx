import type { SignupDetail } from '@linli/contracts/signup-case'
import { halvesWords } from '@linli/contracts/task-words'
import { useState } from 'react'
import { lastNote } from '../../../shared/cases/timeline-notes'
import { Stepper } from '../../../shared/forms/stepper'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { say } from '../../../shared/ui/page/say'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useCredit } from '../api'
import { signupDeskText as text } from '../text'

const most = 24

/** What the organiser says, in half hours; what coming and going give stands there already. */
export function HoursSheet({ one, onClose }: { one: SignupDetail; onClose: () => void }) {
  const { proposed, halves } = one.facts
  const [said, setSaid] = useState(halves || proposed || 0)
  const credit = useCredit(() => {
    say(text.credited)
    onClose()
  })
  const objection = one.state === 'disputed' ? lastNote(one, 'dispute') : null
  return (
    <Sheet title={text.creditTitle} onClose={onClose}>
      {objection !== null && <Box className="words">{text.said(objection)}</Box>}
      <Box className="muted">{text.creditHelp}</Box>
      {proposed === null && <Box className="muted">{text.noSign}</Box>}
      <Stepper label={text.length} value={said} least={0} most={most} word={halvesWords} onChange={setSaid} />
      <Refusal problem={credit.error} />
      <Button
        busy={credit.isPending}
        onTap={() => credit.mutate({ params: { id: one.id }, body: { halves: said } })}
      >
        {text.credit}
      </Button>
    </Sheet>
  )
}
