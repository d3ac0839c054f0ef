import './tasks.css'
import { signupMeaning } from '@linli/contracts/signup-case'
import type { FitReason, TaskSummary } from '@linli/contracts/tasks'
import { toneOf } from '../../../shared/cases/tone'
import { pages } from '../../../shared/navigation/pages'
import { spanWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { StateTag } from '../../../shared/ui/tag'
import { taskText } from '../text'
import { needsWords, standing, whyWords } from '../words'

interface Props {
  one: TaskSummary & { why: readonly FitReason[]; proposed: boolean }
  now: number
}

/** One task in the list: whether there is room, when, where, and why it suits. */
export function TaskCard({ one, now }: Props) {
  const { tone, words } = standing(one, now)
  const needs = needsWords(one)
  const why = one.mine.length === 0 ? whyWords(one.why, one) : ''
  return (
    <Tap className="task-card" to={pages.task(one.id)}>
      <Box className="task-card__tags">
        {one.proposed && <StateTag tone="wait">{taskText.asked}</StateTag>}
        {one.mine.length === 0 ? (
          <StateTag tone={tone}>{words}</StateTag>
        ) : (
          one.mine.map(({ caseId, state }) => (
            <StateTag key={caseId} tone={toneOf(state, signupMeaning.states[state])}>
              {signupMeaning.states[state].word}
            </StateTag>
          ))
        )}
      </Box>
      <Box className="task-card__name">{one.title}</Box>
      <Box>{spanWords(one.startsAt, one.endsAt, now)}</Box>
      <Box className="muted">{`${one.place ?? taskText.home} · ${one.communityName}`}</Box>
      {needs !== '' && <Box className="muted">{taskText.needsOf(needs)}</Box>}
      {why !== '' && <Box className="task-card__why">{why}</Box>}
    </Tap>
  )
}
