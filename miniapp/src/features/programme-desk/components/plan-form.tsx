import { useShowFault } from '../../../shared/forms/use-show-fault'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Lead } from '../../../shared/ui/lead'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { editText } from '../edit-text'
import { faultsElsewhere } from '../../../shared/forms/field-faults'
import type { Plan } from '../use-plan'
import { PlanBasics } from './plan-basics'
import { PlanDays } from './plan-days'
import { PlanPlaces, PlanWho } from './plan-places'
import { PlanPriority, PlanSignUp } from './plan-sign-up'

/** The fields that show their own faults. */
const fields = [
  ...['name', 'place', 'about', 'startsOn', 'endsOn', 'weekly', 'skips', 'capacity', 'classes', 'ages'],
  ...['grades', 'opensAt', 'closesAt', 'refillUntil', 'priority'],
]

/** The whole plan of a programme, everything usual filled in; on a desk in two columns. */
export const PlanForm = ({ plan }: { plan: Plan }) => (
  <>
    <Lead picture="care">{editText.lead}</Lead>
    <Box className="pd__form">
      <Box className="pd__part">
        <PlanBasics plan={plan} />
        <PlanDays plan={plan} />
      </Box>
      <Box className="pd__part pd__more">
        <PlanPlaces plan={plan} />
        <PlanWho plan={plan} />
        <PlanSignUp plan={plan} />
        <PlanPriority plan={plan} />
      </Box>
    </Box>
    <Save plan={plan} />
  </>
)

/** A refusal is said where it was asked for; what it is about stands at the fields. */
function Save({ plan }: { plan: Plan }) {
  useShowFault(plan.problem)
  const elsewhere = faultsElsewhere(plan.problem, fields)
  return (
    <Box className="pd__save pd__part">
      <Refusal problem={plan.problem}>
        {elsewhere.length > 0 && <Box>{editText.faults}</Box>}
        {elsewhere.map((words) => (
          <Box key={words}>{words}</Box>
        ))}
      </Refusal>
      <Button busy={plan.busy} onTap={plan.save}>
        {editText.save}
      </Button>
    </Box>
  )
}
