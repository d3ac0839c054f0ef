import type { FollowUpCaseDetail } from '@linli/contracts/follow-up-case'
import { say } from '../../../shared/ui/page/say'
import { useVerdict } from './api'
import { Overturned } from './overturned'
import { VerdictForm, verdictText } from './verdict-form'

/** Where a follow-up waits for the rater: did it get better? Where it fell to a review: what that means. */
export function FollowUpStep({ one }: { one: FollowUpCaseDetail }) {
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
