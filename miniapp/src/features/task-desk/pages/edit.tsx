import '../components/task-desk.css'
import type { NeedDetail } from '@linli/contracts/need-case'
import type { Task } from '@linli/contracts/tasks'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { pages } from '../../../shared/navigation/pages'
import { InCommunities } from '../../../shared/staff/in-communities'
import { Scoped } from '../../../shared/staff/scoped'
import type { Place } from '../../../shared/staff/use-communities'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Fact } from '../../../shared/ui/row'
import { useNeed, useTask } from '../api'
import { TeamTask } from '../components/team-task'
import { TaskFields } from '../components/task-form'
import { editText } from '../text'
import { useTaskForm } from '../use-task-form'

/** Staff ask for volunteers: for what they organise, or for the open need of a resident. */
export default function NewTaskPage() {
  const { need, team, like } = useRouter().params
  if (team !== undefined) return <TeamTask id={team} />
  return (
    <Scoped title={editText.title} returnTo={pages.newTask(need)} className="td" opens="work">
      {(grant) =>
        need !== undefined ? (
          <ForNeed id={need} />
        ) : like !== undefined ? (
          <Like id={like} />
        ) : (
          <InCommunities grant={grant}>{(places) => <Free places={places} />}</InCommunities>
        )
      }
    </Scoped>
  )
}

function Free({ places }: { places: readonly [Place, ...Place[]] }) {
  const [chosen, setChosen] = useState(places[0].code)
  // Another division may have been chosen meanwhile.
  const community = places.find((one) => one.code === chosen)?.code ?? places[0].code
  const plan = useTaskForm(community)
  return (
    <>
      {places.length > 1 && (
        <Card title={editText.community}>
          <Choice
            label={editText.community}
            options={places.map(({ code, name }) => ({ value: code, word: name }))}
            chosen={community}
            onChoose={setChosen}
          />
        </Card>
      )}
      <TaskFields plan={plan} need={null} />
    </>
  )
}

/** What was asked for before, once more. */
function Like({ id }: { id: string }) {
  const query = useTask(id)
  return (
    <Answered query={query} blocks={[90, 260, 260]}>
      {(task) => <OfTask key={task.id} task={task} />}
    </Answered>
  )
}

function OfTask({ task }: { task: Task }) {
  const plan = useTaskForm(task.community, { like: task })
  return (
    <>
      <Box className="muted">{editText.like}</Box>
      <TaskFields plan={plan} need={null} />
    </>
  )
}

function ForNeed({ id }: { id: string }) {
  const query = useNeed(id)
  return (
    <Answered query={query} blocks={[90, 260, 260]}>
      {(need) =>
        need.can.includes('arrange') && need.state === 'open' ? (
          <OfNeed key={need.id} need={need} />
        ) : (
          <Blank picture="post" title={editText.gone} help={editText.goneHelp}>
            <Button to={pages.deskCase(id)}>{editText.toNeed}</Button>
          </Blank>
        )
      }
    </Answered>
  )
}

function OfNeed({ need }: { need: NeedDetail }) {
  const plan = useTaskForm(need.community, { need })
  return (
    <>
      <Card title={editText.need}>
        <Fact name={editText.kind}>{need.title}</Fact>
        <Fact name={editText.number}>{need.number}</Fact>
        <Box className="muted">{editText.needHelp}</Box>
      </Card>
      <TaskFields plan={plan} need={need} />
    </>
  )
}
