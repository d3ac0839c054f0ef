import type { ProblemError } from '../http/problem'
import { faultText } from '../http/problem-text'
import { Field } from './field'
import type { Person } from './person'

const words = {
  name: '叫什么名字',
  nameHelp: '别的居民看不到。',
  phone: '手机或座机',
}

interface PersonProps {
  person: Person
  /** Where it stands in the body. */
  path: 'forWhom' | 'person'
  phoneHelp: string
  problem: ProblemError | null
  onChange: (part: Partial<Person>) => void
}

/** Whom it is for: a name, and a number if there is one. */
export const PersonFields = ({ person, path, phoneHelp, problem, onChange }: PersonProps) => (
  <>
    <Field
      id="need-name"
      label={words.name}
      help={words.nameHelp}
      maxLength={30}
      value={person.name}
      fault={faultText(problem, `body.${path}.name`)}
      onInput={(name) => onChange({ name })}
    />
    <Field
      id="need-phone"
      kind="phone"
      optional
      label={words.phone}
      help={phoneHelp}
      maxLength={20}
      value={person.phone}
      fault={faultText(problem, `body.${path}.phone`)}
      onInput={(phone) => onChange({ phone })}
    />
  </>
)
