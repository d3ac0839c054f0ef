/** Needs of a few made-up residents, one in each state, as the service itself would have left them. */
import type { NeedState } from '@linli/contracts/need-case'
import { helpWord } from '@linli/contracts/need-words'
import type { Client } from 'pg'
import { addWorkingDays } from '../../../bff/src/platform/calendar'
import type { FieldCipher } from '../../../bff/src/platform/crypto'
import { addDays, dayMs, dayOf, instantAt } from '../../../bff/src/platform/shanghai'
import { demoCommunities } from '../facilities'
import { grantRight } from '../grant-right'
import { insertRows } from '../insert'
import { badgeOf, demoId } from '../people'
import { uuidOf } from '../random'
import { type Story, stories } from './stories'

const officeHours = [
  ['08:30', '12:00'],
  ['14:00', '17:30'],
] as const

/** Who asks in each community, their father or mother, and who arranges. */
const people = [
  { community: demoCommunities[0], person: '13-proxy', parent: '11-elder', staff: '20-staff' },
  { community: demoCommunities[1], person: '43-proxy', parent: '41-elder', staff: '50-staff' },
] as const

const turns: Partial<Record<NeedState, 'staff' | 'party'>> = {
  open: 'staff',
  arranged: 'party',
  asked: 'party',
}

interface Telling extends Story {
  caseId: string
  community: string
  /** Who asks, and who is helped. */
  personId: string
  servedId: string
  servedName: string
  staff: { id: string; name: string }
  number: number
  now: Date
}

function timesOf({ askedAgo, comes, now, caseId }: Telling) {
  const createdAt = new Date(now.getTime() - askedAgo * dayMs - 3_600_000)
  const day = comes && addDays(dayOf(now), comes.inDays)
  const startsAt = day === undefined || !comes ? null : instantAt(day, comes.from * 60)
  return { caseId, createdAt, startsAt, endsAt: startsAt && new Date(startsAt.getTime() + 3_600_000) }
}

function eventsOf(telling: Telling): object[] {
  const { state, caseId, personId, staff, note = null } = telling
  const { createdAt, endsAt } = timesOf(telling)
  const minutes = (from: Date, n: number): Date => new Date(from.getTime() + n * 60_000)
  const party = { side: 'party', actor_id: personId, actor_name: telling.forParent ? '亲友' : null }
  const office = { side: 'staff', actor_id: staff.id, actor_name: staff.name }
  const clock = { side: 'system', actor_id: null, actor_name: null }
  const step = (
    at: Date,
    action: string,
    from: string | null,
    to: string,
    by: object,
    words: string | null = null,
  ) => ({
    ...{ case_id: caseId, at, action, from_state: from, to_state: to, note: words },
    ...by,
  })
  const answered = minutes(createdAt, 40)
  const steps: object[] = [step(createdAt, 'request', null, 'open', party)]
  if (state === 'refused') steps.push(step(answered, 'refuse', 'open', state, office, note))
  if (!endsAt) return steps
  steps.push(step(answered, 'arrange', 'open', 'arranged', office))
  if (state === 'asked' || state === 'met') steps.push(step(endsAt, 'finish', 'arranged', 'asked', clock))
  if (state === 'met') steps.push(step(minutes(endsAt, 30), 'met', 'asked', 'met', party))
  return steps
}

function caseRow(telling: Telling) {
  const { state, help, community, personId, servedId, number, caseId } = telling
  const { createdAt, startsAt, endsAt } = timesOf(telling)
  const isOver = state === 'met' || state === 'refused'
  const last =
    state === 'met' && endsAt
      ? new Date(endsAt.getTime() + 30 * 60_000)
      : new Date(createdAt.getTime() + 40 * 60_000)
  return {
    id: caseId,
    number: `QZ-${dayOf(createdAt).replaceAll('-', '').slice(2)}-${String(number).padStart(6, '0')}`,
    type: 'need',
    community_code: community,
    subject_id: servedId,
    actor_id: personId,
    actor_role: servedId === personId ? 'self' : 'proxy',
    state,
    waiting_for: turns[state] ?? 'nobody',
    title: helpWord[help],
    starts_at: state === 'arranged' ? startsAt : null,
    ends_at: state === 'arranged' ? endsAt : null,
    due_at: state === 'open' ? addWorkingDays(createdAt, 1, officeHours) : null,
    created_at: createdAt,
    closed_at: isOver ? last : null,
    finished_at: isOver ? last : null,
  }
}

function needRow(cipher: FieldCipher, telling: Telling): object {
  const { help, part, wish, place, comes, caseId, forParent = false, servedName } = telling
  const { startsAt, endsAt } = timesOf(telling)
  return {
    case_id: caseId,
    help,
    part,
    wish_enc: cipher.encrypt('needs.wish_enc', caseId, wish),
    place_enc: cipher.encrypt('needs.place_enc', caseId, place),
    came_by: forParent ? 'family' : 'self',
    relation: forParent ? 'parent' : null,
    person_enc: forParent ? cipher.encrypt('needs.person_enc', caseId, servedName) : null,
    helper_enc: comes ? cipher.encrypt('needs.helper_enc', caseId, comes.helper) : null,
    comes_at: startsAt,
    leaves_at: endsAt,
  }
}

/** @returns the number after the last one that was used */
export async function insertNeeds(
  client: Client,
  cipher: FieldCipher,
  { now, firstNumber }: { now: Date; firstNumber: number },
): Promise<number> {
  const told = people.flatMap(({ community, person, parent, staff }, m) =>
    stories.map((story, n): Telling => ({
      ...story,
      caseId: uuidOf(`need ${community} ${n}`),
      community,
      personId: demoId(person),
      servedId: demoId(story.forParent ? parent : person),
      servedName: badgeOf(parent).name,
      staff: badgeOf(staff),
      number: firstNumber + m * stories.length + n,
      now,
    })),
  )
  const cases = told.map(caseRow)
  await insertRows(client, 'cases', cases)
  await insertRows(client, 'case_events', told.flatMap(eventsOf))
  await insertRows(
    client,
    'needs',
    told.map((one) => needRow(cipher, one)),
  )
  for (const one of cases) await grantRight(client, one)
  return firstNumber + told.length
}
