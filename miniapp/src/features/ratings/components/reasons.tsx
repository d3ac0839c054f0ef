import { isBad, type Grade, type Reason } from '@linli/contracts/ratings'
import { reasonWord } from '@linli/contracts/words'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { ratingsText } from '../text'
import { mostReasons, toggled } from '../words'

interface Props {
  grade: Grade
  offered: readonly Reason[]
  chosen: readonly Reason[]
  onChoose: (reasons: Reason[]) => void
}

/** Why, from the list for the grade; nobody has to say it. */
export function Reasons({ grade, offered, chosen, onChoose }: Props) {
  const title = isBad(grade) ? ratingsText.bad : ratingsText.good
  const toggle = (one: Reason) => {
    const next = toggled(chosen, one)
    if (next === null) say(ratingsText.most(mostReasons))
    else onChoose(next)
  }
  return (
    <Card title={title}>
      <Box className="wrap" role="group" label={title}>
        {offered.map((one) => (
          <Tap
            key={one}
            className={`choice ${chosen.includes(one) ? `choice--on ${isBad(grade) ? 'choice--bad' : ''}` : ''}`}
            pressed={chosen.includes(one)}
            onTap={() => toggle(one)}
          >
            {reasonWord[one]}
          </Tap>
        ))}
      </Box>
    </Card>
  )
}
