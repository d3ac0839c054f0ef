import type { CaseDetail } from '@linli/contracts/cases'
import { say } from '../../../shared/toast'
import { VerdictForm, verdictText } from '../../../shared/ui/verdict-form'
import { useVerdict } from './api'

/** Where a follow-up waits for the rater: did it get better? */
export function FollowUpStep({ one }: { one: CaseDetail }) {
  const { isPending, error, mutate } = useVerdict(() => say(verdictText.said))
  if (!one.can.includes('approve')) return null
  return (
    <VerdictForm
      id="case-verdict"
      busy={isPending}
      problem={error}
      worded={!one.can.includes('supplement') && one.timeline.some(({ action }) => action === 'supplement')}
      onSay={(body) => mutate({ params: { id: one.id }, body })}
    />
  )
}
