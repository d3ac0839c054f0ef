import type { Question } from '@linli/contracts/surveys'
import { arrowKeys } from '../../../shared/ui/base/arrow-keys'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { optionsOf } from '../words'

interface Props {
  n: number
  question: Question
  chosen: number | null
  onChoose: (option: number) => void
}

/** One question, all its answers in sight; none is chosen for anybody. */
export function QuestionCard({ n, question, chosen, onChoose }: Props) {
  const title = `${n}. ${question.title}`
  return (
    <Card title={title}>
      <Box {...arrowKeys} className="answers" role="radiogroup" label={title}>
        {optionsOf(question).map((word, i) => (
          <Tap
            key={word}
            className={`answer ${i === chosen ? 'answer--on' : ''}`}
            role="radio"
            checked={i === chosen}
            skipped={i !== (chosen ?? 0)}
            onTap={() => onChoose(i)}
          >
            <Box as="span" decorative className="answer__dot" />
            <Box as="span" className="answer__word">
              {word}
            </Box>
            {i === chosen && <Icon name="check" />}
          </Tap>
        ))}
      </Box>
    </Card>
  )
}
