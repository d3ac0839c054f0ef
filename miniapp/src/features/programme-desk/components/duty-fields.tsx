import type { Programme } from '@linli/contracts/programmes'
import type { ProblemError } from '../../../shared/http/problem'
import { Box } from '../../../shared/ui/base/box'
import { Field } from '../../../shared/forms/field'
import type { DutyForm } from '../duty-form'
import { faultWithin } from '../../../shared/forms/field-faults'
import { dutiesText } from '../staff-text'
import { Stepper } from '../../../shared/forms/stepper'
import { Tick } from './tick'
import { Weekdays } from './weekdays'

interface Props {
  one: Programme
  form: DutyForm
  problem: ProblemError | null
  onChange: (form: DutyForm) => void
}

/** For which class and on which days somebody is on duty. */
export function DutyFields({ one, form, problem, onChange }: Props) {
  const change = (part: Partial<DutyForm>) => onChange({ ...form, ...part })
  return (
    <>
      {one.classes > 1 && (
        <Stepper
          label={dutiesText.classNo}
          value={form.classNo}
          least={1}
          most={one.classes}
          word={dutiesText.classOf}
          onChange={(classNo) => change({ classNo })}
        />
      )}
      <Tick on={form.leader} onTap={() => change({ leader: !form.leader })}>
        {dutiesText.asLeader}
      </Tick>
      <Weekdays
        label={dutiesText.weekdays}
        chosen={form.weekdays}
        fault={faultWithin(problem, 'weekdays')}
        onChange={(weekdays) => change({ weekdays })}
      />
      <Box className="pd__two">
        {(['startsOn', 'endsOn'] as const).map((name) => (
          <Field
            key={name}
            id={`duty-${name}`}
            kind="date"
            label={dutiesText[name]}
            value={form[name]}
            fault={faultWithin(problem, name)}
            onInput={(value) => change({ [name]: value })}
          />
        ))}
      </Box>
    </>
  )
}
