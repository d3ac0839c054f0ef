/** Its rows, as the service would have left them. */
import { neutralTitle } from '@linli/contracts/consultation-case'
import { handedPart } from '@linli/contracts/consultation-thread'
import { type CaseKey, makeCaseKey } from '../../../bff/src/modules/case-keys/service'
import { addWorkingDays } from '../../../bff/src/platform/calendar'
import type { FieldCipher } from '../../../bff/src/platform/crypto'
import { dayMs, dayOf } from '../../../bff/src/platform/shanghai'
import { uuidOf } from '../random'
import { askOnDays, type By, officeHours, type Said, type Story } from './stories'

const waits = {
  waiting: 'staff',
  asked: 'party',
  answered: 'party',
  closed: 'nobody',
  cancelled: 'nobody',
} as const
const toState: Readonly<Record<Said['kind'], (before: string) => string>> = {
  question: () => 'waiting',
  answer: () => 'answered',
  ask: () => 'asked',
  thanks: (before) => before,
}
const action = { question: 'add', answer: 'answer', ask: 'ask', thanks: 'thank' } as const

export interface Told {
  community: string
  person: string
  adviser: { id: string; name: string }
  number: number
  now: Date
}

/** One of them, with what its rows are made of. */
interface Telling extends Told {
  story: Story
  caseId: string
  /** The instant so many hours ago. */
  at(ago: number): Date
}

const actorOf = ({ person, adviser }: Told, who: By) =>
  who === 'party'
    ? { side: 'party', actor_id: person, actor_name: null }
    : { side: 'staff', actor_id: adviser.id, actor_name: adviser.name }

function eventsOf(telling: Telling): object[] {
  const { story, caseId, at } = telling
  let state = 'waiting'
  const events = story.said.map(({ by, kind, ago }, n) => {
    const from = n === 0 ? null : state
    state = toState[kind](state)
    const moved = { action: n === 0 ? 'request' : action[kind], from_state: from, to_state: state }
    return { case_id: caseId, at: at(ago), ...moved, ...actorOf(telling, by), note: null }
  })
  if (story.endedAgo === undefined) return events
  const isClosed = story.state === 'closed'
  const ends = { action: isClosed ? 'close' : 'cancel', from_state: state, to_state: story.state }
  const actor = actorOf(telling, isClosed ? 'adviser' : 'party')
  return [...events, { case_id: caseId, at: at(story.endedAgo), ...ends, ...actor, note: null }]
}

const linesOf = ({ story, caseId, at, person, adviser }: Telling, key: CaseKey): object[] =>
  story.said.map(({ by, kind, ago, words }, n) => {
    const id = uuidOf(`consultation line ${caseId} ${n}`)
    return {
      id,
      case_id: caseId,
      n: n + 1,
      at: at(ago),
      side: by,
      author_id: by === 'party' ? person : adviser.id,
      author_name: by === 'party' ? null : adviser.name,
      kind,
      words_sealed: words === null ? null : key.seal('consultation_lines.words_sealed', id, words),
      corrects: null,
    }
  })

/** What was answered had been read. */
const readsOf = ({ story: { said }, caseId }: Telling): object[] =>
  said.length > 1 ? [{ case_id: caseId, side: 'adviser', up_to: said.length }] : []

const silence = (from: Date): Date => new Date(from.getTime() + askOnDays * dayMs)

function caseOf({ story, caseId, at, community, person, number }: Telling) {
  const { state, said, endedAgo } = story
  const createdAt = at(said[0]?.ago ?? 0)
  const closedAt = endedAgo === undefined ? null : at(endedAgo)
  const isSilent = state === 'asked' || state === 'answered'
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
    due_at: state === 'waiting' ? addWorkingDays(createdAt, 2, officeHours) : null,
    lapses_at: isSilent ? silence(at(said.at(-1)?.ago ?? 0)) : null,
    created_at: createdAt,
    closed_at: closedAt,
    finished_at: state === 'closed' ? closedAt : null,
  }
}

function consultationOf({ story, caseId, at, community, adviser }: Telling, key: CaseKey) {
  const { urgency, topic, said, endedAgo } = story
  const asked = at(said[0]?.ago ?? 0)
  const answer = said.find(({ kind }) => kind === 'answer')
  const thanks = said.find(({ kind }) => kind === 'thanks')
  // Silence would end it first; whoever closed it began the days anew.
  const askUntil = endedAgo === undefined ? answer && silence(silence(at(answer.ago))) : silence(at(endedAgo))
  const intake = JSON.stringify({ urgency, topic, happenedOn: null })
  return {
    case_id: caseId,
    urgent: urgency !== 'none',
    unnamed: false,
    reach: 'phone',
    office_code: community,
    handler_id: adviser.id,
    handler_name: adviser.name,
    handed_at: asked,
    opened_at: said.length > 1 ? new Date(asked.getTime() + 3_600_000) : null,
    moves_at: urgency === 'none' ? null : new Date(asked.getTime() + dayMs),
    parts: handedPart.options,
    handed_lines: 0,
    intake_sealed: key.seal('consultations.intake_sealed', caseId, intake),
    answered_at: answer ? at(answer.ago) : null,
    ask_until: answer ? askUntil : null,
    thanked_at: thanks ? at(thanks.ago) : null,
  }
}

export function rowsOfStory(cipher: FieldCipher, story: Story, told: Told) {
  const caseId = uuidOf(`consultation ${told.community} ${story.state}`)
  const telling = {
    ...told,
    story,
    caseId,
    at: (ago: number) => new Date(told.now.getTime() - ago * 3_600_000),
  }
  const { key, keyEnc } = makeCaseKey(cipher, caseId)
  return {
    key: { case_id: caseId, key_enc: keyEnc },
    lines: linesOf(telling, key),
    reads: readsOf(telling),
    events: eventsOf(telling),
    case: caseOf(telling),
    consultation: consultationOf(telling, key),
  }
}
