import { type Reach, reach, type Skill, skill, type WeekTime } from '@linli/contracts/volunteer-case'
import { reachWord, skillWord } from '@linli/contracts/volunteer-words'
import { Choice } from '../../../shared/forms/choice'
import { Card } from '../../../shared/ui/card'
import { joinText } from '../text'
import { Several } from '../../../shared/forms/several'
import { Week } from './week'

const skills = skill.options.map((value) => ({ value, word: skillWord[value] }))
const reaches = reach.options.map((value) => ({ value, word: reachWord[value] }))

interface SkillsProps {
  chosen: readonly Skill[]
  title?: string
  onChange: (chosen: Skill[]) => void
}

export const Skills = ({ chosen, title, onChange }: SkillsProps) => (
  <Card {...(title !== undefined && { title })}>
    <Several label={title ?? joinText.skills} options={skills} chosen={chosen} onChange={onChange} />
  </Card>
)

interface TimesProps {
  times: readonly WeekTime[]
  far: Reach | null
  onTimes: (times: WeekTime[]) => void
  onFar: (far: Reach) => void
}

export const Times = ({ times, far, onTimes, onFar }: TimesProps) => (
  <>
    <Card title={joinText.week}>
      <Week chosen={times} onChange={onTimes} />
    </Card>
    <Card title={joinText.reach}>
      <Choice label={joinText.reach} options={reaches} chosen={far} onChoose={onFar} />
    </Card>
  </>
)

/** What is still missing, the first of it; null when all is said. */
export function needsOfTimes(times: readonly WeekTime[], far: Reach | null): string | null {
  if (times.length === 0) return joinText.timesNeeds
  return far === null ? joinText.reachNeeds : null
}
