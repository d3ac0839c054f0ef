import type { Task } from '@linli/contracts/tasks'
import { taskKindWord } from '@linli/contracts/task-words'
import { hoursWords, spanWords } from '../../../shared/time/time-words'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { Fact } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { taskSpot } from '../task-spot'
import { taskText as text } from '../text'
import { needsWords, placesLeft, standing } from '../words'

interface Props {
  task: Task
  now: number
}

/** The answer first: is there room, what, when and where. */
export function TaskHead({ task, now }: Props) {
  const { tone, words } = standing(task, now)
  return (
    <Lead picture={taskSpot[task.kind]} title={task.title} state={<StateTag tone={tone}>{words}</StateTag>}>
      {`${spanWords(task.startsAt, task.endsAt, now)} · ${task.place ?? text.home}`}
    </Lead>
  )
}

export function TaskFacts({ task }: Pick<Props, 'task'>) {
  const needs = needsWords(task)
  const minutes = (Date.parse(task.endsAt) - Date.parse(task.startsAt)) / 60_000
  return (
    <Card title={text.facts}>
      <Fact name={text.kind}>{taskKindWord[task.kind]}</Fact>
      {task.about !== null && <Fact name={text.about}>{task.about}</Fact>}
      <Fact name={text.length}>{hoursWords(minutes)}</Fact>
      <Fact name={text.people}>{text.peopleOf(task.places, placesLeft(task))}</Fact>
      {needs !== '' && <Fact name={text.needs}>{needs}</Fact>}
      {task.team !== null && <Fact name={text.team}>{text.teamOf(task.team.name, task.teamOnly)}</Fact>}
      <Fact name={text.by}>{task.communityName}</Fact>
    </Card>
  )
}
