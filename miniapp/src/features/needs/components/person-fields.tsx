import { relation, type Relation } from '@linli/contracts/need-case'
import { relationWord } from '@linli/contracts/need-words'
import { Choice } from '../../../shared/forms/choice'
import type { Person } from '../../../shared/forms/person'
import { PersonFields } from '../../../shared/forms/person-fields'
import type { ProblemError } from '../../../shared/http/problem'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { needsText } from '../text'

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
