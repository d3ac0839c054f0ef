import { type Grade, grade as grades } from '@linli/contracts/ratings'
import { gradeWord } from '@linli/contracts/words'
import { arrowKeys } from '../../../shared/ui/base/arrow-keys'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { ratingsText } from '../text'
import { GradeMark, gradeTone } from './grade-mark'

interface Props {
  chosen: Grade | null
  onChoose: (grade: Grade) => void
}

const all = grades.options

/** Five grades in words, each with a face and a colour of its own; none is chosen for anybody. */
export const Grades = ({ chosen, onChoose }: Props) => (
  <Card title={ratingsText.grades}>
    <Box {...arrowKeys} className="grades" role="radiogroup" label={ratingsText.grades}>
      {all.map((one) => (
        <Tap
          key={one}
          className={`rate-grade rate-grade--${gradeTone[one]} ${one === chosen ? 'rate-grade--on' : ''}`}
          role="radio"
          checked={one === chosen}
          skipped={one !== (chosen ?? all[0])}
          onTap={() => onChoose(one)}
        >
          <GradeMark grade={one} />
          <Box as="span" className="rate-grade__word">
            {gradeWord[one]}
          </Box>
          {one === chosen && <Icon name="check" />}
        </Tap>
      ))}
    </Box>
  </Card>
)
