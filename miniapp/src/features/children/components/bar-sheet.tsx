import { useState } from 'react'
import { faultText } from '../../../shared/http/problem-text'
import { say } from '../../../shared/ui/page/say'
import { missingWords } from '../../../shared/forms/missing-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Field } from '../../../shared/forms/field'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useBar } from '../api'
import { peopleText } from '../people-text'

export function BarSheet({ childId, onClose }: { childId: string; onClose: () => void }) {
  const [form, setForm] = useState({ name: '', phone: '', note: '' })
  const bar = useBar(() => {
    say(peopleText.added)
    onClose()
  })
  const input = (field: keyof typeof form) => ({
    id: `bar-${field}`,
    value: form[field],
    fault: faultText(bar.error, `body.${field}`),
    onInput: (value: string) => setForm({ ...form, [field]: value }),
  })
  return (
    <Sheet title={peopleText.bar} onClose={onClose}>
      <Box>{peopleText.barredHelp}</Box>
      <Refusal problem={bar.error} />
      <Field {...input('name')} label={peopleText.barName} maxLength={60} />
      <Field
        {...input('phone')}
        label={peopleText.barPhone}
        kind="phone"
        optional
        maxLength={60}
        placeholder={peopleText.phoneHint}
      />
      <Field
        {...input('note')}
        tall
        optional
        label={peopleText.barNote}
        placeholder={peopleText.barNoteHint}
        maxLength={200}
      />
      <Button
        look="warm"
        busy={bar.isPending}
        needs={missingWords([[form.name.trim() !== '', peopleText.barName]])}
        onTap={() => bar.mutate({ params: { id: childId }, body: toBody(form) })}
      >
        {peopleText.barYes}
      </Button>
    </Sheet>
  )
}

function toBody({ name, phone, note }: { name: string; phone: string; note: string }) {
  const number = phone.trim()
  return {
    name: name.trim(),
    ...(number === '' ? {} : { phone: number }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  }
}
