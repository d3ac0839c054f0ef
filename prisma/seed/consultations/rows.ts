/** Its rows, as the service would have left them. */
import { neutralTitle } from '@linli/contracts/consultation-case'
import { handedPart } from '@linli/contracts/consultation-thread'
import { type CaseKey, makeCaseKey } from '../../../bff/src/modules/case-keys/service'
import { addWorkingDays } from '../../../bff/src/platform/calendar'
import type { FieldCipher } from '../../../bff/src/platform/crypto'
import { dayMs, dayOf } from '../../../bff/src/platform/shanghai'
import { uuidOf } from '../random'
import { besideOf, meetingSpan, receiptDue } from './beside'
import { eventsOf } from './events'
import { askOnDays, officeHours, type Said, type Story } from './story'
import type { Telling, Told } from './telling'

const waits = {
  waiting: 'staff',
  asked: 'party',
  answered: 'party',
  referred: 'staff',
  closed: 'nobody',
  cancelled: 'nobody',
} as const

const linesOf = (telling: Telling, key: CaseKey): object[] =>
  telling.story.said.map(({ by, kind, ago, words }, n) => {
    const id = uuidOf(`consultation line ${telling.caseId} ${n}`)
    const author = by === 'party' ? null : telling[by]
    return {
      id,
      case_id: telling.caseId,
      n: n + 1,
      at: telling.at(ago),
      side: author ? 'adviser' : 'party',
      author_id: author?.id ?? telling.person,
      author_name: author?.name ?? null,
      kind,
      words_sealed: words === null ? null : key.seal('consultation_lines.words_sealed', id, words),
      corrects: null,
    }
  })

/** What was answered had been read. */
const readsOf = ({ story: { said }, caseId }: Telling): object[] =>
  said.length > 1 ? [{ case_id: caseId, side: 'adviser', up_to: said.length }] : []

const silence = (from: Date): Date => new Date(from.getTime() + askOnDays * dayMs)

/** When it ends by silence, or comes back. */
function lapsesOf(telling: Telling): Date | null {
  const { state, said, meeting } = telling.story
  if (state === 'referred') return receiptDue(telling)
  if (state !== 'asked' && state !== 'answered') return null
  return silence(meeting ? meetingSpan(telling.now, meeting).endsAt : telling.at(said.at(-1)?.ago ?? 0))
}

function caseOf(telling: Telling) {
  const { story, caseId, at, community, person, number } = telling
  const { state, said, endedAgo } = story
  const createdAt = at(said[0]?.ago ?? 0)
  const closedAt = endedAgo === undefined ? null : at(endedAgo)
  const lapsesAt = lapsesOf(telling)
  const answerDue = state === 'waiting' ? addWorkingDays(createdAt, 2, officeHours) : null
  return {
    id: caseId,
    number: `BJ-${dayOf(createdAt).replaceAll('-', '').slice(2)}-${String(number).padStart(6, '0')}`,
    type: 'consultation',
    community_code: community,
    subject_id: person,
    actor_id: person,
    actor_role: 'self',
    state,
    waiting_for: waits[state],
    title: neutralTitle,
    due_at: state === 'referred' ? lapsesAt : answerDue,
    lapses_at: lapsesAt,
    created_at: createdAt,
    closed_at: closedAt,
    finished_at: state === 'closed' ? closedAt : null,
  }
}

/** Whoever works on it now, since when, and what came to them. */
function handlerOf({ story: { said, steps = [], referral }, at, community, adviser, receiver }: Telling) {
  const received = steps.find(({ action }) => action === 'acknowledge')
  if (!received || !referral) {
    const since = at(said[0]?.ago ?? 0)
    const whole = { parts: handedPart.options, handed_lines: 0 }
    return {
      office_code: community,
      handler_id: adviser.id,
      handler_name: adviser.name,
      handed_at: since,
      ...whole,
    }
  }
  const before = said.filter(({ ago }) => ago > received.ago).length
  return {
    office_code: receiver.office,
    handler_id: receiver.id,
    handler_name: receiver.name,
    handed_at: at(received.ago),
    parts: referral.parts,
    handed_lines: before,
  }
}

function consultationOf(telling: Telling, key: CaseKey) {
  const { urgency, topic, reach = 'here', said, endedAgo } = telling.story
  const { caseId, at } = telling
  const handler = handlerOf(telling)
  const one = (wanted: Said['kind']) => said.find(({ kind }) => kind === wanted)
  const [answer, thanks] = [one('answer'), one('thanks')]
  // Silence would end it first; whoever closed it began the days anew.
  const askUntil = endedAgo === undefined ? answer && silence(silence(at(answer.ago))) : silence(at(endedAgo))
  const intake = JSON.stringify({ urgency, topic, happenedOn: null })
  return {
    case_id: caseId,
    urgent: urgency !== 'none',
    unnamed: false,
    reach,
    ...handler,
    opened_at: said.length > 1 ? new Date(handler.handed_at.getTime() + 3_600_000) : null,
    moves_at: urgency === 'none' ? null : new Date(handler.handed_at.getTime() + dayMs),
    intake_sealed: key.seal('consultations.intake_sealed', caseId, intake),
    answered_at: answer ? at(answer.ago) : null,
    ask_until: answer ? askUntil : null,
    thanked_at: thanks ? at(thanks.ago) : null,
  }
}

export function rowsOfStory(cipher: FieldCipher, story: Story, told: Told) {
  const caseId = uuidOf(`consultation ${told.community} ${story.key}`)
  const telling: Telling = {
    ...told,
    story,
    caseId,
    at: (ago: number) => new Date(told.now.getTime() - ago * 3_600_000),
  }
  const { key, keyEnc } = makeCaseKey(cipher, caseId)
  return {
    case: caseOf(telling),
    case_events: eventsOf(telling),
    consultations: [consultationOf(telling, key)],
    case_keys: [{ case_id: caseId, key_enc: keyEnc }],
    consultation_lines: linesOf(telling, key),
    consultation_reads: readsOf(telling),
    ...besideOf(telling),
  }
}
