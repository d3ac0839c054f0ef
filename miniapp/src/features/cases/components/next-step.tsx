import type { CaseDetail } from '@linli/contracts/cases'
import { useState } from 'react'
import { actsOpen, ActButtons } from '../../../shared/cases/act-buttons'
import { casePartsOf } from '../../../shared/cases/case-parts'
import { faceOf } from '../../../shared/cases/faces'
import type { ProblemError } from '../../../shared/http/problem'
import { pages } from '../../../shared/navigation/pages'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { useWaiting } from '../api'
import { LeaveStep } from '../line/leave-step'
import { OfferActions } from '../line/offer-actions'
import { casesText } from '../text'

interface Props {
  one: CaseDetail
  now: number
  /** Opens the sheet that asks for more. */
  onAsk: (what: string) => void
}

const canRate = ({ rating }: CaseDetail) => rating !== null && rating.open && !rating.rated

/** What a line offers or keeps in it, of a service that has one; to others these words are their own. */
const ofLine = (one: CaseDetail): 'accept' | 'leave' | undefined => {
  if (casePartsOf(one)?.line === undefined) return undefined
  return (['accept', 'leave'] as const).find((action) => one.can.includes(action))
}

function hasStep(one: CaseDetail): boolean {
  const parts = casePartsOf(one)
  return parts?.Step !== undefined && (parts.hasStep?.(one) ?? true)
}

/** Is there anything that somebody could be asked to do, or be led to? */
export const hasNextStep = (one: CaseDetail): boolean =>
  hasStep(one) || canRate(one) || ofLine(one) !== undefined || actsOpen(faceOf(one).acts, one).length > 0

/** The one thing to do now. */
export function NextStep({ one, now, onAsk }: Props) {
  const waiting = useWaiting(one.id)
  const { Step, leads } = casePartsOf(one) ?? {}
  // What is over asks for nothing, whatever may still be sent.
  if (waiting.length > 0 && one.can.length > 0) {
    return <Box className="muted">{casesText.waits(waiting.map(({ label }) => label).join('、'))}</Box>
  }
  const asked = ofLine(one)
  if (asked === 'accept') return <OfferActions one={one} onDecline={() => onAsk('decline')} />
  if (asked === 'leave') return <LeaveStep one={one} />
  const isLed = leads?.(one, now) ?? false
  const rate = canRate(one) && (
    <Button look={isLed ? 'ghost' : 'main'} to={pages.rate(one.id)}>
      {casesText.rate}
    </Button>
  )
  return (
    <>
      {!isLed && rate}
      {Step === undefined ? (
        <PlainStep one={one} onAsk={onAsk} />
      ) : (
        <Step one={one} now={now} onAsk={onAsk} />
      )}
      {isLed && rate}
    </>
  )
}

/** Of a service that says in its face what may be done. */
function PlainStep({ one, onAsk }: Omit<Props, 'now'>) {
  const [problem, setProblem] = useState<ProblemError | null>(null)
  return (
    <>
      <Refusal problem={problem} />
      <ActButtons
        one={one}
        acts={actsOpen(faceOf(one).acts, one)}
        keys={false}
        onOpen={onAsk}
        onProblem={setProblem}
      />
    </>
  )
}
