import type { Duty } from '@linli/contracts/care-desk'
import type { Programme } from '@linli/contracts/programmes'
import { useState } from 'react'
import { dayOf } from '../../../shared/time/shanghai'
import { say } from '../../../shared/ui/page/say'
import { useShowFault } from '../../../shared/forms/use-show-fault'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { useAddDuty } from '../api'
import { type Carer, type DutyForm, freeFor, missingOf } from '../duty-form'
import { faultWithin } from '../../../shared/forms/field-faults'
import { dutiesText } from '../staff-text'
import { useMissingFields } from '../../../shared/forms/missing-fields'
import { CarerChoice } from './carer-choice'
import { DutyFields } from './duty-fields'

interface Props {
  one: Programme
  carers: readonly Carer[]
  duties: readonly Duty[]
}

/** Dates and weekdays are the programme's own until somebody says otherwise. */
const usualDuty = (one: Programme, now: number): DutyForm => ({
  classNo: 1,
  leader: false,
  startsOn: one.startsOn > dayOf(now) ? one.startsOn : dayOf(now),
  endsOn: one.endsOn,
  weekdays: [...new Set(one.weekly.map(({ weekday }) => weekday))].sort((a, b) => a - b),
})

export function NewDuty({ one, carers, duties }: Props) {
  const [asked, setAsked] = useState<string | null>(null)
  const [form, setForm] = useState(() => usualDuty(one, Date.now()))
  const free = freeFor(carers, duties, form)
  // Other days may have left the asked one out.
  const accountId = free.find((carer) => carer.accountId === asked)?.accountId ?? null
  const add = useAddDuty(() => {
    say(dutiesText.added)
    setAsked(null)
  })
  const missing = useMissingFields()
  const problem = missing.problem ?? add.error
  useShowFault(problem)
  const send = () => {
    if (!missing.check(missingOf(accountId, form)) || accountId === null) return
    add.mutate({ params: { id: one.id }, body: { accountId, ...form } })
  }
  return (
    <Card title={dutiesText.adding}>
      <Refusal problem={problem?.errors.length === 0 ? problem : null} />
      <CarerChoice
        free={free}
        none={carers.length === 0}
        chosen={accountId}
        fault={faultWithin(problem, 'accountId')}
        onChoose={setAsked}
      />
      <DutyFields one={one} form={form} problem={problem} onChange={setForm} />
      <Box className="after-card">
        <Button busy={add.isPending} onTap={send}>
          {dutiesText.add}
        </Button>
      </Box>
    </Card>
  )
}
