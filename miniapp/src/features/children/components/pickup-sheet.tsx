import type { Relation } from '@linli/contracts/children'
import { useState } from 'react'
import { faultText } from '../../../shared/http/problem-text'
import { dayOf } from '../../../shared/time/shanghai'
import { say } from '../../../shared/ui/page/say'
import { missingWords } from '../../../shared/forms/missing-words'
import { Button } from '../../../shared/ui/button'
import { Field } from '../../../shared/forms/field'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useAddPickup } from '../api'
import { peopleText } from '../people-text'
import { editText } from '../text'
import { RelationField } from './relation-field'

interface Form {
  name: string
  phone: string
  relation: Relation | null
  validFrom: string
  validTo: string
}

interface Props {
  childId: string
  /** Filled in already: the guardian who adds themselves. */
  first: { name: string | null; relation: Relation } | null
  onClose: () => void
}

/** An adult who may pick the child up, from one day on and perhaps until another. */
export function PickupSheet({ childId, first, onClose }: Props) {
  const today = dayOf(Date.now())
  const [form, setForm] = useState<Form>({
    name: first?.name ?? '',
    phone: '',
    relation: first?.relation ?? null,
    validFrom: today,
    validTo: '',
  })
  const change = (part: Partial<Form>) => setForm({ ...form, ...part })
  const add = useAddPickup(() => {
    say(peopleText.added)
    onClose()
  })
  const { relation } = form
  const fault = (field: keyof Form) => faultText(add.error, `body.${field}`)
  const input = (field: Exclude<keyof Form, 'relation'>) => ({
    id: `pickup-${field}`,
    label: peopleText[field],
    value: form[field],
    fault: fault(field),
    onInput: (value: string) => change({ [field]: value }),
  })
  return (
    <Sheet title={peopleText.addPickup} onClose={onClose}>
      <Refusal problem={add.error} />
      <Field {...input('name')} maxLength={60} help={peopleText.nameHelp} />
      <RelationField
        label={peopleText.relation}
        chosen={relation}
        fault={fault('relation')}
        onChoose={(value) => change({ relation: value })}
      />
      <Field {...input('phone')} kind="phone" optional maxLength={60} placeholder={peopleText.phoneHint} />
      <Field {...input('validFrom')} kind="date" />
      <Field
        {...input('validTo')}
        kind="date"
        optional
        placeholder={editText.pickDate}
        help={peopleText.validToHelp}
      />
      <Button
        busy={add.isPending}
        needs={missingWords([
          [form.name.trim() !== '', peopleText.name],
          [relation !== null, peopleText.relation],
        ])}
        onTap={() => {
          if (relation !== null) add.mutate({ params: { id: childId }, body: toBody({ ...form, relation }) })
        }}
      >
        {peopleText.saveAdd}
      </Button>
    </Sheet>
  )
}

function toBody({ name, phone, relation, validFrom, validTo }: Form & { relation: Relation }) {
  const number = phone.trim()
  return {
    name: name.trim(),
    relation,
    validFrom,
    ...(number === '' ? {} : { phone: number }),
    ...(validTo === '' ? {} : { validTo }),
  }
}
