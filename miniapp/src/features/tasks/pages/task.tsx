import type { Task } from '@linli/contracts/tasks'
import { useRouter } from '@tarojs/taro'
import { pages } from '../../../shared/navigation/pages'
import { useSession } from '../../../shared/session/session'
import { useNow } from '../../../shared/time/use-now'
import { Age, Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Button } from '../../../shared/ui/button'
import { Page } from '../../../shared/ui/page/page'
import { frameText } from '../../../shared/words/frame-text'
import { useTask } from '../api'
import { Asked } from '../components/asked'
import { Candidates } from '../components/candidates'
import { Mine } from '../components/mine'
import { TaskFacts, TaskHead } from '../components/task-facts'
import { taskText, tasksText } from '../text'
import { useSignUpHere } from '../use-sign-up'
import { placesLeft } from '../words'

/** One task: whether there is room, who of the reader's can come, and why not. */
export default function TaskPage() {
  const { id = '' } = useRouter().params
  const signedIn = useSession() !== null
  const query = useTask(id, signedIn && id !== '')
  if (query.data !== undefined && signedIn) return <Shown task={query.data} query={query} />
  return (
    <Page title={taskText.title}>
      {id === '' ? (
        <Blank picture="sign" title={frameText.gone} help={taskText.noTask} alert>
          <Button to={pages.tasks}>{taskText.others}</Button>
        </Blank>
      ) : signedIn ? (
        <Answered query={query} blocks={[140, 110, 220]}>
          {() => null}
        </Answered>
      ) : (
        <SignInFirst help={tasksText.signInHelp} returnTo={pages.task(id)} />
      )}
    </Page>
  )
}

function Shown({ task, query }: { task: Task; query: ReturnType<typeof useTask> }) {
  const now = useNow()
  const here = useSignUpHere(task, now)
  const nicknameOf = (childId: string | null) =>
    task.candidates.find((one) => one.childId === childId)?.nickname ?? null
  return (
    <Page title={taskText.title} phone={task.communityPhone} bar={<SignUpBar task={task} here={here} />}>
      <Age of={query} />
      {here.mine.length > 0 && <Mine mine={here.mine} nicknameOf={nicknameOf} />}
      <TaskHead task={task} now={now} />
      {here.open && here.mine.length === 0 && task.proposal !== null && <Asked task={task} />}
      {here.open && here.left.some(({ why, obstacles }) => why.length + obstacles.length > 0) && (
        <Candidates task={task} left={here.left} now={now} />
      )}
      <TaskFacts task={task} />
      {task.canManage && (
        <Button look="plain" to={pages.deskTask(task.id)}>
          {taskText.manage}
        </Button>
      )}
    </Page>
  )
}

/** One button for each who can come; else the way on. */
function SignUpBar({ task, here }: { task: Task; here: ReturnType<typeof useSignUpHere> }) {
  const { ready, mine } = here
  const full = placesLeft(task) === 0
  const word = (nickname: string | null) => {
    if (nickname === null) return full ? taskText.wait : taskText.signUp
    return full ? taskText.waitChild(nickname) : taskText.signUpChild(nickname)
  }
  const [first] = mine
  return (
    <>
      <Refusal problem={here.problem} />
      {ready.map(({ childId, nickname }, n) => (
        <Button
          key={childId ?? ''}
          look={n === 0 && first === undefined ? 'main' : 'ghost'}
          busy={here.busy === (childId ?? '')}
          disabled={here.busy !== null}
          onTap={() => here.press(childId)}
        >
          {word(childId === null ? null : (nickname ?? taskText.child))}
        </Button>
      ))}
      {first !== undefined && <Button to={pages.case(first.caseId)}>{taskText.see}</Button>}
      {ready.length === 0 && first === undefined && (
        <Button look="ghost" to={pages.tasks}>
          {taskText.others}
        </Button>
      )}
    </>
  )
}
