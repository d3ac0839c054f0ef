/** Its timeline: what was said and what was done, in order. */
import type { By, Said, Step, Story } from './story'
import type { Telling } from './telling'

const toState: Readonly<Record<Said['kind'], (before: string) => string>> = {
  question: () => 'waiting',
  answer: () => 'answered',
  ask: () => 'asked',
  thanks: (before) => before,
}
const action = { question: 'add', answer: 'answer', ask: 'ask', thanks: 'thank' } as const

interface Moved {
  by: By
  ago: number
  action: string
  to(before: string): string
}

const saidAs = ({ by, ago, kind }: Said, n: number): Moved => ({
  by,
  ago,
  action: n === 0 ? 'request' : action[kind],
  to: toState[kind],
})
const doneAs = ({ to, ...step }: Step): Moved => ({ ...step, to: (before) => to ?? before })

function endOf({ state, endedAgo }: Story): Moved[] {
  if (endedAgo === undefined) return []
  const isClosed = state === 'closed'
  const [by, ended] = isClosed ? (['adviser', 'close'] as const) : (['party', 'cancel'] as const)
  return [{ by, ago: endedAgo, action: ended, to: () => state }]
}

export function eventsOf(telling: Telling): object[] {
  const { story, caseId, at } = telling
  const moves = [...story.said.map(saidAs), ...(story.steps ?? []).map(doneAs), ...endOf(story)]
  let state: string | null = null
  return moves
    .sort((a, b) => b.ago - a.ago)
    .map(({ by, ago, action: done, to }) => {
      const from = state
      state = to(from ?? 'waiting')
      const moved = { action: done, from_state: from, to_state: state }
      return { case_id: caseId, at: at(ago), ...moved, ...actorOf(telling, by), note: null }
    })
}

const actorOf = (telling: Telling, by: By) =>
  by === 'party'
    ? { side: 'party', actor_id: telling.person, actor_name: null }
    : { side: 'staff', actor_id: telling[by].id, actor_name: telling[by].name }
