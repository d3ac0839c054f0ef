import type { CaseDetail } from '@linli/contracts/cases'
import { say } from '../../../shared/ui/page/say'
import { Overturned } from '../../../shared/cases/overturned'
import { VerdictForm, verdictText } from '../../../shared/cases/verdict-form'
import { useVerdict } from './api'

/** Where a follow-up waits for the rater: did it get better? Where it fell to a review: what that means. */
export function FollowUpStep({ one }: { one: CaseDetail }) {
  const { isPending, error, mutate } = useVerdict(() => say(verdictText.said))
  if (one.state === 'overturned') return <Overturned />
  if (!one.can.includes('approve')) return null
  return (
    <VerdictForm
      id="case-verdict"
      busy={isPending}
      problem={error}
      worded={!one.can.includes('supplement')}
      onSay={(body) => mutate({ params: { id: one.id }, body })}
    />
  )
}
