import './task-desk.css'
import type { Task } from '@linli/contracts/tasks'
import { paperWord, skillWord } from '@linli/contracts/volunteer-words'
import { pages } from '../../../shared/navigation/pages'
import { spanWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { Fact, Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { useTask } from '../api'
import { deskText as text } from '../text'
import { isNowATime } from '../roll'
import { standing } from '../words'
import { CallOff } from './call-off'
import { Change } from './change'
import { Propose } from './propose'
import { Roll } from './roll'

interface Props {
  id: string
  /** Beside the list there is room for one column only. */
  beside?: boolean
}

/** One task for whoever organises it: how it stands, who comes, and calling it off. */
export function DeskTaskBody({ id, beside }: Props) {
  const query = useTask(id)
  return (
    <Answered query={query} blocks={[110, 220, 110]}>
      {(task) =>
        task.canManage ? <Shown task={task} beside={beside === true} /> : <NotStaff id={task.id} />
      }
    </Answered>
  )
}

function Shown({ task, beside }: { task: Task; beside: boolean }) {
  const now = useNow()
  const { tone, words } = standing(task, now)
  return (
    <Box className="td__part">
      <Lead picture="hand" title={task.title} state={<StateTag tone={tone}>{words}</StateTag>}>
        {spanWords(task.startsAt, task.endsAt, now)}
      </Lead>
      <Box className={beside ? 'td__part' : 'td__columns'}>
        {task.state === 'open' && (
          <Box className="td__part">
            {isNowATime(task, now) && <Button to={pages.doorScreen(task.id)}>{text.door}</Button>}
            <Roll task={task} now={now} />
          </Box>
        )}
        <Box className={beside ? 'td__part' : 'td__part td-more'}>
          <Facts task={task} />
          {task.state === 'open' && Date.parse(task.startsAt) > now && (
            <>
              {!task.asLeader && task.taken < task.places && <Propose task={task} />}
              {!task.asLeader && <Change task={task} />}
              <CallOff task={task} />
            </>
          )}
        </Box>
      </Box>
    </Box>
  )
}

function Facts({ task }: { task: Task }) {
  const { skill, paper, adultsOnly, twoPeople, places, taken, waiting } = task
  const who = [
    skill === null ? '' : skillWord[skill],
    paper === null ? '' : paperWord[paper],
    twoPeople ? text.two : '',
    adultsOnly ? text.adults : '',
  ].filter(Boolean)
  return (
    <Card title={text.facts}>
      <Fact name={text.people}>{text.peopleOf(taken, places, waiting)}</Fact>
      <Fact name={text.place}>{task.place ?? text.home}</Fact>
      {task.about !== null && <Fact name={text.about}>{task.about}</Fact>}
      {task.team !== null && <Fact name={text.team}>{text.teamOf(task.team.name, task.teamOnly)}</Fact>}
      {who.length > 0 && <Fact name={text.who}>{who.join('，')}</Fact>}
      {task.need !== null && (
        <Row title={text.need} under={task.need.number} to={pages.deskCase(task.need.id)} />
      )}
      <Button look="plain" to={pages.task(task.id)}>
        {text.publicPage}
      </Button>
      {task.need === null && (
        <Button look="plain" to={pages.taskLike(task.id)}>
          {text.again}
        </Button>
      )}
    </Card>
  )
}

const NotStaff = ({ id }: { id: string }) => (
  <Blank picture="room" title={text.notStaff} help={text.notStaffHelp}>
    <Button to={pages.task(id)}>{text.publicPage}</Button>
  </Blank>
)
