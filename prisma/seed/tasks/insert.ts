/** Tasks of the demonstration and who signed up for them, as the service itself would have left them. */
import type { Client } from 'pg'
import { addWorkingDays } from '../../../bff/src/platform/calendar'
import { addDays, dayMs, dayOf, instantAt, minutesOf } from '../../../bff/src/platform/shanghai'
import { demoCommunities } from '../facilities'
import { insertRows } from '../insert'
import { badgeOf, demoId } from '../people'
import { uuidOf } from '../random'
import { demoTeam } from '../teams/insert'
import { stories, type TaskStory } from './stories'

const officeHours = [
  ['08:30', '12:00'],
  ['14:00', '17:30'],
] as const

const people = [
  { community: demoCommunities[0], volunteer: demoId('24-volunteer'), staff: badgeOf('20-staff') },
  { community: demoCommunities[1], volunteer: demoId('54-volunteer'), staff: badgeOf('50-staff') },
] as const

interface Telling extends TaskStory {
  id: string
  caseId: string
  number: number
  day: string
  startsAt: Date
  endsAt: Date
  createdAt: Date
}

function taskRow(story: Telling) {
  const { id, kind, title, about, place, startsAt, endsAt, places, skill, createdAt, signup } = story
  const { community, staff } = people[story.at]
  return {
    ...{ id, kind, title, about, place, places, skill, state: 'open', paper: null, need_id: null },
    team_id: story.ofTeam === true ? demoTeam : null,
    ...{ at_home: false, adults_only: false, two_people: false, series_id: id },
    community_code: community,
    starts_at: startsAt,
    ends_at: endsAt,
    taken: signup ? 1 : 0,
    opens_to_all: createdAt,
    created_by: staff.id,
    created_at: createdAt,
  }
}

function caseRow({ at, signup, caseId, number, title, startsAt, endsAt, createdAt }: Telling): object {
  const { community, volunteer } = people[at]
  const state = signup?.state ?? 'confirmed'
  const isOver = state === 'completed'
  return {
    id: caseId,
    number: `RW-${dayOf(createdAt).replaceAll('-', '').slice(2)}-${String(number).padStart(6, '0')}`,
    type: 'signup',
    community_code: community,
    subject_id: volunteer,
    actor_id: volunteer,
    actor_role: 'self',
    state,
    waiting_for: state === 'review' ? 'staff' : 'nobody',
    title,
    due_at: state === 'review' ? addWorkingDays(endsAt, 10, officeHours) : null,
    // What is over begins no more.
    starts_at: state === 'confirmed' ? startsAt : null,
    ends_at: endsAt,
    created_at: createdAt,
    closed_at: isOver ? confirmedAt(endsAt) : null,
    finished_at: isOver ? confirmedAt(endsAt) : null,
  }
}

const confirmedAt = (endsAt: Date): Date => new Date(endsAt.getTime() + 3_600_000)

function eventsOf({ at, signup, caseId, endsAt, createdAt }: Telling): object[] {
  const { volunteer, staff } = people[at]
  const party = { side: 'party', actor_id: volunteer, actor_name: null }
  const clock = { side: 'system', actor_id: null, actor_name: null }
  const office = { side: 'staff', actor_id: staff.id, actor_name: staff.name }
  const step = (when: Date, action: string, from: string | null, to: string, by: object) => ({
    ...{ case_id: caseId, at: when, action, from_state: from, to_state: to, note: null },
    ...by,
  })
  const steps = [step(createdAt, 'request', null, 'confirmed', party)]
  if (signup?.state === 'confirmed') return steps
  steps.push(step(endsAt, 'finish', 'confirmed', 'review', clock))
  if (signup?.state === 'completed')
    steps.push(step(confirmedAt(endsAt), 'credit', 'review', 'completed', office))
  return steps
}

function attendancesOf({ at, signup, caseId, day, endsAt }: Telling): object[] {
  const row = (way: 'in' | 'out', clock: string | undefined) =>
    clock === undefined
      ? []
      : [
          {
            case_id: caseId,
            way,
            at: instantAt(day, minutesOf(clock)),
            source: 'list',
            recorded_by: people[at].staff.id,
            recorded_at: endsAt,
          },
        ]
  return [...row('in', signup?.cameAt), ...row('out', signup?.leftAt)]
}

function telling(story: TaskStory, n: number, now: Date, number: number): Telling {
  const day = addDays(dayOf(now), story.inDays)
  const startsAt = instantAt(day, story.from * 60)
  return {
    ...story,
    id: uuidOf(`task ${n}`),
    caseId: uuidOf(`signup ${n}`),
    number,
    day,
    startsAt,
    endsAt: instantAt(day, story.to * 60),
    createdAt: new Date(Math.min(now.getTime(), startsAt.getTime()) - 2 * dayMs - n * 60_000),
  }
}

const lineRow = ({ at, id, createdAt }: Telling) => ({
  ...{ id: uuidOf(`line ${id}`), kind: 'task', community_code: people[at].community },
  ...{ task_id: id, created_at: createdAt },
})

const signupRow = ({ at, caseId, id, signup, startsAt, endsAt }: Telling) => ({
  ...{ case_id: caseId, state: signup?.state, task_id: id, party_id: people[at].volunteer },
  ...{ starts_at: startsAt, ends_at: endsAt },
})

function hoursOf({ at, caseId, signup, endsAt }: Telling): object[] {
  if (signup?.halves === undefined) return []
  const { id, name } = people[at].staff
  const said = { case_id: caseId, halves: signup.halves, proposed: signup.halves }
  return [{ ...said, said_by: id, badge: name, at: confirmedAt(endsAt) }]
}

/** @returns the number after the last one that was used */
export async function insertTasks(
  client: Client,
  { now, firstNumber }: { now: Date; firstNumber: number },
): Promise<number> {
  // What nobody has signed up for is no case, and has no number.
  const isTaken = ({ signup }: TaskStory): boolean => signup !== undefined
  const told = stories.map((story, n) =>
    telling(story, n, now, firstNumber + stories.slice(0, n).filter(isTaken).length),
  )
  const taken = told.filter(isTaken)
  await insertRows(client, 'tasks', told.map(taskRow))
  await insertRows(client, 'lines', told.map(lineRow))
  await insertRows(client, 'cases', taken.map(caseRow))
  await insertRows(client, 'case_events', taken.flatMap(eventsOf))
  await insertRows(client, 'signups', taken.map(signupRow))
  await insertRows(client, 'attendances', taken.flatMap(attendancesOf))
  await insertRows(client, 'signup_hours', taken.flatMap(hoursOf))
  return firstNumber + taken.length
}
