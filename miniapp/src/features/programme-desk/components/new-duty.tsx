import type { Programme } from '@linli/contracts/programmes'
import { useState } from 'react'
import { dayOf } from '../../../shared/time'
import { say } from '../../../shared/toast'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Choice } from '../../../shared/ui/choice'
import { Field } from '../../../shared/ui/field'
import { Refusal } from '../../../shared/ui/refusal'
import { useAddDuty } from '../api'
import { faultWithin } from '../faults'
import { dutiesText } from '../staff-text'
import { Stepper } from './stepper'
import { Tick } from './tick'
import { Weekdays } from './weekdays'

interface Props {
  one: Programme
  carers: readonly { accountId: string; name: string }[]
}

/** Dates and weekdays are the programme's own until somebody says otherwise. */
const usualDuty = (one: Programme, now: number) => ({
  classNo: 1,
  leader: false,
  startsOn: one.startsOn > dayOf(now) ? one.startsOn : dayOf(now),
  endsOn: one.endsOn,
  weekdays: [...new Set(one.weekly.map(({ weekday }) => weekday))].sort((a, b) => a - b),
})

export function NewDuty({ one, carers }: Props) {
  const [accountId, setAccountId] = useState<string | null>(null)
  const [form, setForm] = useState(() => usualDuty(one, Date.now()))
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const add = useAddDuty(() => {
    say(dutiesText.added)
    setAccountId(null)
  })
  const send = () =>
    accountId !== null && add.mutate({ params: { id: one.id }, body: { accountId, ...form } })
  if (carers.length === 0) return <Card title={dutiesText.adding}>{dutiesText.noCarers}</Card>
  return (
    <Card title={dutiesText.adding}>
      <Refusal problem={add.error?.errors.length === 0 ? add.error : null} />
      <Box className="field">
        <Box className="label">{dutiesText.carer}</Box>
        <Choice
          label={dutiesText.carer}
          options={carers.map((carer) => ({ value: carer.accountId, word: carer.name }))}
          chosen={accountId}
          onChoose={setAccountId}
        />
      </Box>
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
            fault={faultWithin(add.error, name)}
            onInput={(value) => change({ [name]: value })}
          />
        ))}
      </Box>
      <Box className="after-card">
        <Button busy={add.isPending} disabled={accountId === null || form.weekdays.length === 0} onTap={send}>
          {dutiesText.add}
        </Button>
      </Box>
    </Card>
  )
}
