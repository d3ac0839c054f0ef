import { Field } from '../../../shared/forms/field'
import { faultWithin } from '../../../shared/forms/field-faults'
import type { PlanForm } from '../plan'
import type { Plan } from '../use-plan'

type TextName = {
  [K in keyof PlanForm]: PlanForm[K] extends string ? K : never
}[keyof PlanForm]

interface Props {
  plan: Plan
  name: TextName
  label: string
  kind?: 'text' | 'date' | 'time'
  max?: number
  hint?: string
  help?: string
  tall?: boolean
  optional?: boolean
  /** Where the service says what is wrong with it, if not under its own name; null: at its neighbour. */
  path?: string | null
}

/** One line of the plan, with the service's sentence about it. */
export function PlanField({
  plan,
  name,
  label,
  kind = 'text',
  path = name,
  max,
  hint,
  help,
  ...rest
}: Props) {
  return (
    <Field
      id={`plan-${name}`}
      kind={kind}
      label={label}
      value={plan.form[name]}
      fault={path === null ? null : faultWithin(plan.problem, path)}
      onInput={(value) => plan.set({ [name]: value })}
      {...(max === undefined ? {} : { maxLength: max })}
      {...(hint === undefined ? {} : { placeholder: hint })}
      {...(help === undefined ? {} : { help })}
      {...rest}
    />
  )
}
