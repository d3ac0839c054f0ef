/** A few made-up volunteers, two whom staff have verified and one who waits, as the service itself would have left them. */
import type { PaperKind, Skill, WeekTime } from '@linli/contracts/volunteer-case'
import { volunteerRulesVersion } from '@linli/contracts/volunteer-rules'
import type { Client } from 'pg'
import { addWorkingDays } from '../../../bff/src/platform/calendar'
import { addDays, dayMs, dayOf } from '../../../bff/src/platform/shanghai'
import { demoCommunities } from '../facilities'
import { insertRows } from '../insert'
import { badgeOf, demoId } from '../people'
import { uuidOf } from '../random'

const officeHours = [
  ['08:30', '12:00'],
  ['14:00', '17:30'],
] as const

interface Story {
  accountId: string
  community: string
  staff: string
  state: 'asked' | 'verified'
  /** Days ago. */
  since: number
  skills: Skill[]
  times: WeekTime[]
  reach: 'community' | 'township' | 'county'
  /** Each with the days from today until its last one. */
  papers: readonly (readonly [PaperKind, number])[]
}

const [town, village] = demoCommunities

const stories: readonly Story[] = [
  {
    accountId: demoId('24-volunteer'),
    community: town,
    staff: '20-staff',
    state: 'verified',
    since: 60,
    skills: ['medical', 'mobility', 'company', 'digital', 'first_aid'],
    times: ['wed_afternoon', 'fri_evening', 'sat_morning', 'sat_afternoon', 'sun_morning'],
    reach: 'township',
    papers: [
      ['first_aid', 400],
      ['driving', 20],
    ],
  },
  {
    accountId: demoId('54-volunteer'),
    community: village,
    staff: '50-staff',
    state: 'verified',
    since: 45,
    skills: ['meal', 'cleaning', 'repair', 'event'],
    times: ['mon_morning', 'wed_morning', 'wed_afternoon', 'sat_morning', 'sun_afternoon'],
    reach: 'county',
    papers: [['health', 150]],
  },
  {
    accountId: uuidOf(`resident ${town} 7`),
    community: town,
    staff: '20-staff',
    state: 'asked',
    since: 0,
    skills: ['tutoring', 'event'],
    times: ['sat_morning', 'sat_afternoon'],
    reach: 'community',
    papers: [],
  },
]

interface Telling extends Story {
  caseId: string
  number: number
  createdAt: Date
  verifiedAt: Date
}

function caseRow({ state, community, accountId, number, caseId, createdAt }: Telling): object {
  return {
    id: caseId,
    number: `ZY-${dayOf(createdAt).replaceAll('-', '').slice(2)}-${String(number).padStart(6, '0')}`,
    type: 'volunteer',
    community_code: community,
    subject_id: accountId,
    actor_id: accountId,
    actor_role: 'self',
    state,
    waiting_for: state === 'asked' ? 'staff' : 'nobody',
    title: '志愿者登记',
    due_at: state === 'asked' ? addWorkingDays(createdAt, 3, officeHours) : null,
    created_at: createdAt,
  }
}

function eventsOf({ state, accountId, staff, caseId, createdAt, verifiedAt }: Telling): object[] {
  const { id, name } = badgeOf(staff)
  const request = { action: 'request', from_state: null, to_state: 'asked', at: createdAt }
  const verify = { action: 'verify', from_state: 'asked', to_state: 'verified', at: verifiedAt }
  const steps: object[] = [{ ...request, side: 'party', actor_id: accountId, actor_name: null }]
  if (state === 'verified') steps.push({ ...verify, side: 'staff', actor_id: id, actor_name: name })
  return steps.map((step) => ({ case_id: caseId, note: null, ...step }))
}

const paperRows = ({ papers, caseId, staff, verifiedAt }: Telling, now: Date): object[] =>
  papers.map(([kind, days]) => ({
    id: uuidOf(`paper ${caseId} ${kind}`),
    case_id: caseId,
    kind,
    valid_until: addDays(dayOf(now), days),
    added_by: badgeOf(staff).id,
    added_at: verifiedAt,
  }))

/** @returns the number after the last one that was used */
export async function insertVolunteers(
  client: Client,
  { now, firstNumber }: { now: Date; firstNumber: number },
): Promise<number> {
  const told = stories.map((story, n): Telling => {
    const createdAt = new Date(now.getTime() - story.since * dayMs - 3_600_000)
    const caseId = uuidOf(`volunteer ${story.accountId}`)
    return {
      ...story,
      caseId,
      number: firstNumber + n,
      createdAt,
      verifiedAt: new Date(createdAt.getTime() + dayMs),
    }
  })
  await insertRows(client, 'cases', told.map(caseRow))
  await insertRows(client, 'case_events', told.flatMap(eventsOf))
  await insertRows(
    client,
    'volunteers',
    told.map(({ caseId, state, accountId, skills, times, reach }) => ({
      ...{ case_id: caseId, state, account_id: accountId, reach, rules_version: volunteerRulesVersion },
      ...{ skills, times },
    })),
  )
  await insertRows(
    client,
    'volunteer_papers',
    told.flatMap((one) => paperRows(one, now)),
  )
  return firstNumber + told.length
}
