import './task-desk.css'
import type { NeedDetail } from '@linli/contracts/need-case'
import { useShowFault } from '../../../shared/forms/use-show-fault'
import { faultsElsewhere } from '../../../shared/forms/field-faults'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Lead } from '../../../shared/ui/lead'
import { tasksIn } from '../form'
import { editText as text } from '../text'
import type { Plan } from '../use-task-form'
import { WhatCard } from './what-card'
import { Shifts } from './shifts'
import { WhenCard } from './when-card'
import { WhoCard } from './who-card'

const fields = [
  'kind',
  'title',
  'about',
  'place',
  'startsAt',
  'endsAt',
  'places',
  'homeNeedsTwo',
  'twoPeople',
  'shifts',
]

interface Props {
  plan: Plan
  need: NeedDetail | null
}

/** What, when, and whom it needs; on a desk in two columns. */
export const TaskFields = ({ plan, need }: Props) => (
  <>
    <Lead picture="hand">{text.lead}</Lead>
    <Box className="td__columns">
      <Box className="td__part">
        <WhatCard plan={plan} need={need} />
      </Box>
      <Box className="td__part td-more">
        <WhenCard plan={plan} need={need} />
        <WhoCard plan={plan} />
        {need === null && <Shifts plan={plan} />}
      </Box>
    </Box>
    <Send plan={plan} />
  </>
)

/** A refusal is said where it was asked for; what it is about stands at the fields. */
function Send({ plan }: { plan: Plan }) {
  useShowFault(plan.problem)
  const all = tasksIn(plan.form)
  return (
    <Box className="td-save td__part">
      <Refusal problem={plan.problem}>
        {faultsElsewhere(plan.problem, fields).map((words) => (
          <Box key={words}>{words}</Box>
        ))}
      </Refusal>
      <Button busy={plan.busy} onTap={plan.send}>
        {all === 1 ? text.send : text.sendMany(all)}
      </Button>
    </Box>
  )
}
