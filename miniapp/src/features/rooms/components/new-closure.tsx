import type { Period } from '@linli/contracts/common'
import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import type { ProblemError } from '../../../shared/http/problem'
import { faultText } from '../../../shared/http/problem-text'
import { dayOf, instantAt } from '../../../shared/time/shanghai'
import { spanWords } from '../../../shared/time/time-words'
import { say } from '../../../shared/ui/page/say'
import { missingWords } from '../../../shared/forms/missing-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Field } from '../../../shared/forms/field'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { useAddClosure } from '../api'
import { closuresText } from '../text'

const fields = [
  { name: 'fromDay', kind: 'date', label: closuresText.fromDay, path: 'body.startsAt' },
  { name: 'from', kind: 'time', label: closuresText.fromTime, path: null },
  { name: 'toDay', kind: 'date', label: closuresText.toDay, path: 'body.endsAt' },
  { name: 'to', kind: 'time', label: closuresText.toTime, path: null },
  { name: 'reason', kind: 'text', label: closuresText.reason, path: 'body.reason' },
] as const

interface Booked extends Period {
  caseId: string
}

const isBooked = (value: unknown): value is Booked =>
  typeof value === 'object' && value !== null && 'caseId' in value && 'startsAt' in value && 'endsAt' in value

/** The bookings that a refusal names, to be spoken of with whoever made them. */
function inTheWay(problem: ProblemError | null): Booked[] {
  const given = problem?.code === 'closure_has_bookings' ? problem.facts.bookings : null
  return Array.isArray(given) ? given.filter(isBooked) : []
}

export function NewClosure({ roomId }: { roomId: string }) {
  const today = dayOf(Date.now())
  const [form, setForm] = useState({ fromDay: today, from: '08:00', toDay: today, to: '18:00', reason: '' })
  const add = useAddClosure(() => {
    say(closuresText.added)
    setForm({ ...form, reason: '' })
  })
  const body = () => ({
    startsAt: instantAt(form.fromDay, form.from),
    endsAt: instantAt(form.toDay, form.to),
    reason: form.reason.trim(),
  })
  return (
    <Card title={closuresText.adding}>
      <Refusal problem={add.error}>
        {inTheWay(add.error).map((one) => (
          <Button key={one.caseId} look="danger" to={pages.deskCase(one.caseId)}>
            {closuresText.seeBooking(spanWords(one.startsAt, one.endsAt, Date.now()))}
          </Button>
        ))}
      </Refusal>
      {fields.map(({ name, kind, label, path }) => (
        <Field
          key={name}
          id={`closure-${name}`}
          kind={kind}
          label={label}
          maxLength={60}
          value={form[name]}
          fault={path === null ? null : faultText(add.error, path)}
          onInput={(value) => setForm({ ...form, [name]: value })}
        />
      ))}
      <Box className="after-card">
        <Button
          busy={add.isPending}
          needs={missingWords(fields.map(({ name, label }) => [form[name].trim() !== '', label]))}
          onTap={() => add.mutate({ params: { id: roomId }, body: body() })}
        >
          {closuresText.add}
        </Button>
      </Box>
    </Card>
  )
}
