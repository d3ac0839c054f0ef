import type { Client } from 'pg'
/** How bad ratings were followed up, as far as there has been time: the older ones to the rater's verdict. */
import { addWorkingDays } from '../../bff/src/platform/calendar'
import { dayMs, dayOf } from '../../bff/src/platform/shanghai'
import { type Dice, uuidOf } from './random'
import type { CaseRow, EventRow } from './rows'

const OFFICE_HOURS = [
  ['08:30', '12:00'],
  ['14:00', '17:30'],
] as const

interface BadRating {
  id: string
  rater_id: string
  community_code: string
  rated_at: Date | null
}

const notes = {
  contact: ['已电话联系，情况属实，表示歉意。', '已电话联系，问清了当天的经过。'] as const,
  rectify: [
    '已安排专人在开始前二十分钟开门。',
    '已和当班人员谈话，重新排了值班。',
    '已增加一次保洁。',
  ] as const,
  tell: ['已回访，告知整改结果。', '已电话回访，评价人表示知道了。'] as const,
}

/** One follow-up with its case and timeline. */
export interface FollowUpSeed {
  case: CaseRow
  followUp: Record<string, unknown>
  events: EventRow[]
}

type Step = [action: string, to: string, days: number, note: string | null, who: 'handler' | 'unit' | 'party']

const stepsOf = (dice: Dice): Step[] => [
  ['contact', 'rectifying', 0.15 + dice.next() * 0.6, dice.pick(notes.contact), 'handler'],
  ['rectify', 'informing', 1 + dice.next() * 3, dice.pick(notes.rectify), 'unit'],
  ['tell', 'verdict', 0.3 + dice.next(), dice.pick(notes.tell), 'handler'],
  ['approve', 'closed', 0.2 + dice.next() * 3, null, 'party'],
]

/** @param who the unit above and the unit itself, by account and badge */
export function followUpOf(
  rating: BadRating,
  number: number,
  now: Date,
  dice: Dice,
  { handler, unit }: Record<'handler' | 'unit', { id: string; name: string }>,
): FollowUpSeed {
  const opened = rating.rated_at ?? now
  const seed = begin(rating, opened, number)
  const actors = { handler, unit, party: { id: rating.rater_id, name: null } }
  // One in ten was never answered in time, and one in six raters has not said a word yet.
  const unheard = dice.next() < 0.1
  const silent = dice.next() < 0.17
  let at = opened
  for (const [action, to, days, note, who] of stepsOf(dice)) {
    at = new Date(at.getTime() + days * dayMs + (unheard && action === 'contact' ? 4 * dayMs : 0))
    if (at > now || (silent && who === 'party')) break
    move(seed, { action, to, note, side: who === 'party' ? 'party' : 'staff', at }, actors[who])
  }
  return seed
}

const caseOf = (
  rating: BadRating,
  opened: Date,
  number: number,
  { due, stop }: { due: Date; stop: Date },
): CaseRow => ({
  id: uuidOf(`follow-up of ${rating.id}`),
  number: `PJ-${dayOf(opened).replaceAll('-', '').slice(2)}-${String((number * 387_421) % 1_000_000).padStart(6, '0')}`,
  type: 'follow_up',
  community_code: rating.community_code,
  subject_id: rating.rater_id,
  actor_id: rating.rater_id,
  actor_role: 'self',
  state: 'contacting',
  waiting_for: 'staff',
  // `titleFollowUps` says what was rated.
  title: '',
  starts_at: opened,
  ends_at: stop,
  due_at: due,
  escalated_at: null,
  decided_by: null,
  decided_at: null,
  created_at: opened,
  closed_at: null,
  finished_at: null,
})

function begin(rating: BadRating, opened: Date, number: number): FollowUpSeed {
  const due = (days: number): Date => addWorkingDays(opened, days, OFFICE_HOURS)
  const row = caseOf(rating, opened, number, { due: due(1), stop: due(15) })
  const { id } = row
  const followUp = {
    case_id: id,
    state: 'contacting',
    rating_id: rating.id,
    community_code: rating.community_code,
    handled_by: rating.community_code.slice(0, 9),
    confidential: false,
    opened_at: opened,
    rectify_due: due(5),
    stop_at: due(15),
    escalations: 0,
    contacted_at: null,
    rectified_at: null,
    told_at: null,
    verdict: null,
    verdict_at: null,
    ended_at: null,
  }
  const request: EventRow = {
    case_id: id,
    at: opened,
    action: 'request',
    from_state: null,
    to_state: 'contacting',
    side: 'party',
    actor_id: rating.rater_id,
    actor_name: null,
    note: null,
  }
  return { case: row, followUp, events: [request] }
}

const firsts: Record<string, string> = { contact: 'contacted_at', rectify: 'rectified_at', tell: 'told_at' }

function move(
  { case: row, followUp, events }: FollowUpSeed,
  step: { action: string; to: string; note: string | null; side: 'party' | 'staff'; at: Date },
  by: { id: string; name: string | null },
): void {
  const { action, to, note, side, at } = step
  events.push({
    case_id: row.id,
    at,
    action,
    from_state: row.state,
    to_state: to,
    side,
    actor_id: by.id,
    actor_name: by.name,
    note,
  })
  const isOver = to === 'closed'
  row.state = to
  row.waiting_for = isOver ? 'nobody' : to === 'verdict' ? 'party' : 'staff'
  row.due_at = to === 'rectifying' ? (followUp.rectify_due as Date) : null
  if (to === 'informing') row.due_at = addWorkingDays(at, 1, OFFICE_HOURS)
  row.closed_at = isOver ? at : null
  followUp.state = to
  const first = firsts[action]
  if (first) followUp[first] = at
  if (isOver) Object.assign(followUp, { verdict: 'satisfied', verdict_at: at, ended_at: at })
}

/** A follow-up is called by what was rated. */
export async function titleFollowUps(client: Client): Promise<void> {
  await client.query(`UPDATE cases c SET title = r.title FROM follow_ups u JOIN ratings x ON x.id = u.rating_id
    JOIN cases r ON r.id = x.case_id WHERE u.case_id = c.id AND c.title = ''`)
}
