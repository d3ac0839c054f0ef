import './tasks.css'
import { signupMeaning } from '@linli/contracts/signup-case'
import type { FitReason, TaskSummary } from '@linli/contracts/tasks'
import { toneOf } from '../../../shared/cases/tone'
import { pages } from '../../../shared/navigation/pages'
import { spanWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { Pictured } from '../../../shared/ui/pictured'
import { StateTag } from '../../../shared/ui/tag'
import { Ticket } from '../../../shared/ui/ticket'
import { taskSpot } from '../task-spot'
import { taskText } from '../text'
import { needsWords, standing, whyWords } from '../words'

interface Props {
  one: TaskSummary & { why: readonly FitReason[]; proposed: boolean }
  now: number
}

/** One task in the list: whether there is room, when, where, and why it suits; one's own is a ticket. */
export function TaskCard({ one, now }: Props) {
  const { tone, words } = standing(one, now)
  const needs = needsWords(one)
  const [mine] = one.mine
  const why = mine === undefined ? whyWords(one.why, one) : ''
  const body = (
    <>
      <Box className={mine === undefined ? 'pictured__name' : 'ticket__when'}>{one.title}</Box>
      <Box>{spanWords(one.startsAt, one.endsAt, now)}</Box>
      <Box className={mine === undefined ? 'muted' : 'ticket__small'}>
        {`${one.place ?? taskText.home} · ${one.communityName}`}
      </Box>
      {needs !== '' && (
        <Box className={mine === undefined ? 'muted' : 'ticket__small'}>{taskText.needsOf(needs)}</Box>
      )}
    </>
  )
  if (mine !== undefined) {
    return (
      <Ticket
        tone={toneOf(mine.state, signupMeaning.states[mine.state])}
        spot={taskSpot[one.kind]}
        to={pages.task(one.id)}
        stub={
          <Box className="acts">
            <Tap to={pages.case(mine.caseId)}>
              {taskText.see}
              <Icon name="next" />
            </Tap>
          </Box>
        }
      >
        <Box className="ticket__state">
          <Box className="task-tags">
            {one.mine.map(({ caseId, state }) => (
              <StateTag key={caseId} tone={toneOf(state, signupMeaning.states[state])}>
                {signupMeaning.states[state].word}
              </StateTag>
            ))}
          </Box>
        </Box>
        {body}
      </Ticket>
    )
  }
  return (
    <Pictured spot={taskSpot[one.kind]} to={pages.task(one.id)}>
      <Box className="task-tags">
        {one.proposed && <StateTag tone="wait">{taskText.asked}</StateTag>}
        <StateTag tone={tone}>{words}</StateTag>
      </Box>
      {body}
      {why !== '' && <Box className="task-card__why">{why}</Box>}
    </Pictured>
  )
}
