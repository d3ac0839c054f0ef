import type { Relation } from '@linli/contracts/children'
import { relationWord } from '@linli/contracts/words'
import { ChoiceField } from './choice-field'

const relations: readonly Relation[] = ['mother', 'father', 'grandparent', 'relative', 'other']
const options = relations.map((value) => ({ value, word: relationWord[value] }))

interface Props {
  label: string
  chosen: Relation | null
  fault: string | null
  onChoose: (value: Relation) => void
}

export const RelationField = (props: Props) => <ChoiceField {...props} options={options} />
