import { relation, type Relation } from '@linli/contracts/need-case'
import { relationWord } from '@linli/contracts/need-words'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import type { ProblemError } from '../../../shared/http/problem'
import { faultText } from '../../../shared/http/problem-text'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { needsText } from '../text'

export interface Person {
  name: string
  phone: string
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
      label={needsText.name}
      help={needsText.nameHelp}
      maxLength={30}
      value={person.name}
      fault={faultText(problem, `body.${path}.name`)}
      onInput={(name) => onChange({ name })}
    />
    <Field
      id="need-phone"
      kind="phone"
      optional
      label={needsText.phone}
      help={phoneHelp}
      maxLength={20}
      value={person.phone}
      fault={faultText(problem, `body.${path}.phone`)}
      onInput={(phone) => onChange({ phone })}
    />
  </>
)

interface Family extends Person {
  forOther: boolean
  relation: Relation | null
}

interface Props {
  draft: Family
  problem: ProblemError | null
  onChange: (part: Partial<Family>) => void
}

const relations = relation.options.map((value) => ({ value, word: relationWord[value] }))
const whom = [
  { value: 'own', word: needsText.whoOwn },
  { value: 'other', word: needsText.whoOther },
] as const

/** For oneself, or for somebody of the family, who need not have an account. */
export const ForWhom = ({ draft, problem, onChange }: Props) => (
  <Card title={needsText.who}>
    <Choice
      label={needsText.who}
      options={whom}
      chosen={draft.forOther ? 'other' : 'own'}
      onChoose={(chosen) => onChange({ forOther: chosen === 'other' })}
    />
    {draft.forOther && (
      <Box className="need__part">
        <Box className="label">{needsText.relation}</Box>
        <Choice
          label={needsText.relation}
          options={relations}
          chosen={draft.relation}
          onChoose={(chosen) => onChange({ relation: chosen })}
        />
        <PersonFields
          person={draft}
          path="forWhom"
          phoneHelp={needsText.phoneHelp}
          problem={problem}
          onChange={onChange}
        />
      </Box>
    )}
  </Card>
)
