import './children.css'
import { faultText } from '../../../shared/http/problem-text'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Field } from '../../../shared/forms/field'
import { type ContactForm, mostContacts, noContact } from '../form'
import type { FormProps } from '../form-props'
import { peopleText } from '../people-text'
import { editText } from '../text'
import { RelationField } from './relation-field'

/** One to three people to call. */
export function ContactsFields({ form, change, problem }: FormProps) {
  const contacts = form.emergencyContacts
  const set = (next: ContactForm[]) => change({ emergencyContacts: next })
  return (
    <Card title={editText.contacts}>
      <Box as="p" className="muted">
        {editText.contactsHelp}
      </Box>
      <Box className="after-card">
        {contacts.map((one, n) => (
          <ContactFields
            key={n}
            n={n}
            one={one}
            problem={problem}
            onChange={(part) => set(contacts.map((old, i) => (i === n ? { ...old, ...part } : old)))}
            onRemove={contacts.length > 1 ? () => set(contacts.filter((_, i) => i !== n)) : null}
          />
        ))}
      </Box>
      {contacts.length < mostContacts && (
        <Button look="plain" onTap={() => set([...contacts, noContact])}>
          {editText.addContact}
        </Button>
      )}
    </Card>
  )
}

interface Props {
  n: number
  one: ContactForm
  problem: unknown
  onChange: (part: Partial<ContactForm>) => void
  onRemove: (() => void) | null
}

function ContactFields({ n, one, problem, onChange, onRemove }: Props) {
  const fault = (field: string) => faultText(problem, `body.emergencyContacts.${n}.${field}`)
  return (
    <Box className="contact-form" role="group" label={editText.contact(n + 1)}>
      <Field
        id={`contact-${n}-name`}
        label={editText.contactName}
        maxLength={60}
        value={one.name}
        fault={fault('name')}
        onInput={(name) => onChange({ name })}
      />
      <Field
        id={`contact-${n}-phone`}
        kind="phone"
        label={editText.contactPhone}
        maxLength={60}
        placeholder={peopleText.phoneHint}
        value={one.phone}
        fault={fault('phone')}
        onInput={(phone) => onChange({ phone })}
      />
      <RelationField
        label={editText.contactRelation}
        chosen={one.relation}
        fault={fault('relation')}
        onChoose={(relation) => onChange({ relation })}
      />
      {onRemove !== null && (
        <Button look="plain" label={`${editText.removeContact}：${editText.contact(n + 1)}`} onTap={onRemove}>
          {editText.removeContact}
        </Button>
      )}
    </Box>
  )
}
