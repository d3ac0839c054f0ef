/** What stands beside the lines: a meeting tomorrow, calls and whom to bring word to, and what is handed over. */
import { addWorkingDays } from '../../../bff/src/platform/calendar'
import { addDays, dayOf, instantAt } from '../../../bff/src/platform/shanghai'
import { uuidOf } from '../random'
import { officeHours, type Step, type Story } from './story'
import type { Telling } from './telling'

const stepOf = ({ story: { steps = [] } }: Telling, wanted: string): Step | undefined =>
  steps.find(({ action }) => action === wanted)

/** By when somebody says that they have it. */
export function receiptDue(telling: Telling): Date | null {
  const sent = stepOf(telling, 'consent')
  return sent ? addWorkingDays(telling.at(sent.ago), 2, officeHours) : null
}

export function meetingSpan(now: Date, { from, to }: NonNullable<Story['meeting']>) {
  const tomorrow = addDays(dayOf(now), 1)
  return { startsAt: instantAt(tomorrow, from * 60), endsAt: instantAt(tomorrow, to * 60) }
}

function meetingsOf(telling: Telling): object[] {
  const { story, caseId, adviser, station, now, at } = telling
  const taken = stepOf(telling, 'take_time')
  if (!story.meeting || !taken) return []
  const id = uuidOf(`consultation meeting ${caseId}`)
  const { startsAt, endsAt } = meetingSpan(now, story.meeting)
  return [
    {
      id,
      case_id: caseId,
      adviser_id: adviser.id,
      kind: story.meeting.kind,
      station_id: story.meeting.kind === 'station' ? station : null,
      starts_at: startsAt,
      ends_at: endsAt,
      taken_at: at(taken.ago),
      event_id: id,
      sequence: 0,
    },
  ]
}

const attemptsOf = ({ story: { steps = [] }, caseId, adviser, at }: Telling): object[] =>
  steps
    .filter(({ action }) => action === 'attempt')
    .map(({ ago }, n) => ({
      id: uuidOf(`consultation attempt ${caseId} ${n}`),
      case_id: caseId,
      n: n + 1,
      after_line: 1,
      at: at(ago),
      by_id: adviser.id,
      by_name: adviser.name,
      outcome: 'no_answer',
    }))

function visitsOf(telling: Telling, calls: number): object[] {
  const asked = stepOf(telling, 'visit')
  const { caseId, community, at } = telling
  if (!asked) return []
  const id = uuidOf(`contact visit ${caseId}`)
  return [{ id, case_id: caseId, community_code: community, attempt_n: calls, asked_at: at(asked.ago) }]
}

function referralsOf(telling: Telling): object[] {
  const { story, caseId, adviser, receiver, at } = telling
  const proposed = stepOf(telling, 'propose_referral')
  if (!story.referral || !proposed) return []
  const [sent, received] = [stepOf(telling, 'consent'), stepOf(telling, 'acknowledge')]
  return [
    {
      id: uuidOf(`consultation referral ${caseId}`),
      case_id: caseId,
      ...story.referral,
      office_code: receiver.office,
      state: received ? 'acknowledged' : sent ? 'sent' : 'proposed',
      proposed_by: adviser.id,
      proposed_at: at(proposed.ago),
      due_at: receiptDue(telling),
      ended_at: received ? at(received.ago) : null,
      receiver_id: received ? receiver.id : null,
      receiver_name: received ? receiver.name : null,
    },
  ]
}

export function besideOf(telling: Telling) {
  const attempts = attemptsOf(telling)
  return {
    consultation_meetings: meetingsOf(telling),
    consultation_attempts: attempts,
    contact_visits: visitsOf(telling, attempts.length),
    consultation_referrals: referralsOf(telling),
  }
}
