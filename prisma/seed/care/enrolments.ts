/** Programmes with their sign-ups as the service itself would have left them: places, lines, draws and timelines. */
import type { FieldCipher } from '../../../bff/src/platform/crypto'
import { dayOf } from '../../../bff/src/platform/shanghai'
import { uuidOf } from '../random'
import type { EventRow } from '../rows'
import type { ChildSeed } from './children'
import { type Plan, refillUntil, sessionsOf } from './plans'
import { dayMs, draw, type Drawn, hash, type SignUp, signUps } from './sign-ups'

/** 32 bytes as hex, the same on every machine. */
const seedOf = (programmeId: string): string => hash(`linli seed draw ${programmeId}`)

export interface Setting {
  cipher: FieldCipher
  community: string
  staffId: string
  /** The number of the first case. */
  firstNumber: number
}

const planColumns = (plan: Plan) => ({
  kind: plan.kind,
  state: plan.state,
  name: plan.name,
  place: plan.place,
  about: plan.about,
  starts_on: plan.startsOn,
  ends_on: plan.endsOn,
  weekly: plan.weekly,
  skips: [],
  capacity: plan.capacity,
  classes: plan.classes,
  min_age: plan.ages?.min ?? null,
  max_age: plan.ages?.max ?? null,
  min_grade: plan.grades?.min ?? null,
  max_grade: plan.grades?.max ?? null,
  opens_at: plan.opensAt,
  closes_at: plan.closesAt,
  mode: plan.mode,
  priority: plan.priority,
  refill_until: refillUntil(plan),
})

/** The seed's commitment of a draw, and after it everything that was published. */
function drawColumns(plan: Plan, id: string, entered: number, cipher: FieldCipher, drawn?: Drawn) {
  const seed = seedOf(id)
  const draws = plan.mode === 'draw'
  return {
    entered: draws ? entered : 0,
    seed_commitment: draws ? hash(seed) : null,
    seed_enc: draws ? cipher.encrypt('programmes.seed_enc', id, seed) : null,
    list: drawn?.list ?? null,
    list_hash: drawn ? hash(drawn.list) : null,
    seed: drawn?.seed ?? null,
    draw_order: drawn?.order ?? [],
    draw_placed: drawn?.placed ?? [],
    closed_at: plan.state === 'published' ? null : plan.closesAt,
    drawn_at: drawn?.at ?? null,
  }
}

function programmeRow(plan: Plan, id: string, entries: readonly SignUp[], setting: Setting, drawn?: Drawn) {
  const sessions = sessionsOf(plan)
  return {
    id,
    community_code: setting.community,
    ...planColumns(plan),
    ...drawColumns(plan, id, entries.length, setting.cipher, drawn),
    taken: entries.filter(({ state }) => state === 'confirmed').length,
    first_starts_at: sessions[0]?.starts_at,
    last_ends_at: sessions.at(-1)?.ends_at,
    version: 1,
    created_by: setting.staffId,
    created_at: new Date(plan.opensAt.getTime() - 7 * dayMs),
  }
}

interface Filed {
  plan: Plan
  programmeId: string
  lineId: string
  entry: SignUp
  serial: number
  drawn: Drawn | undefined
}

function eventsOf(id: string, { plan, entry, drawn }: Filed): EventRow[] {
  const { child, state, at } = entry
  const first = plan.mode === 'draw' ? 'entered' : state
  const filed = { case_id: id, note: null, actor_name: null }
  const request = {
    action: 'request',
    from_state: null,
    to_state: first,
    side: 'party',
    actor_id: child.guardianId,
  }
  const drew = { action: 'draw', from_state: 'entered', to_state: state, side: 'system', actor_id: null }
  return [
    { ...filed, at, ...request } as EventRow,
    ...(drawn ? [{ ...filed, at: drawn.at, ...drew } as EventRow] : []),
  ]
}

function waitOf(id: string, { plan, lineId, entry, serial, drawn }: Filed) {
  const arrival = drawn && entry.number !== null ? drawn.order.indexOf(entry.number) + 1 : serial
  return {
    case_id: id,
    state: entry.state,
    line_id: lineId,
    party_id: entry.child.id,
    group_id: id,
    group_rule: 'one',
    score: entry.score,
    arrival,
    sort_score: entry.score,
    sort_arrival: arrival,
    joined_at: drawn?.at ?? entry.at,
    until: refillUntil(plan),
  }
}

/** From the first session to the last, and when what it waits for is over. */
function timesOf(plan: Plan, state: string) {
  const sessions = sessionsOf(plan)
  const ends = sessions.at(-1)?.ends_at
  const lapses: Record<string, Date | undefined> = { waiting: refillUntil(plan), entered: ends }
  return { starts_at: sessions[0]?.starts_at, ends_at: ends, lapses_at: lapses[state] ?? null }
}

/** A case with its enrolment, its place in line and its timeline. */
function matterOf(filed: Filed, community: string) {
  const { plan, programmeId, entry, serial } = filed
  const { child, state, at, number, score } = entry
  const id = uuidOf(`enrolment ${programmeId} ${child.id}`)
  const day = dayOf(at).replaceAll('-', '').slice(2)
  const spine = {
    id,
    number: `TG-${day}-${String(serial).padStart(6, '0')}`,
    type: 'enrolment',
    community_code: community,
    subject_id: child.guardianId,
    actor_id: child.guardianId,
    actor_role: 'self',
    state,
    waiting_for: 'nobody',
    child_id: child.id,
    title: plan.name,
    ...timesOf(plan, state),
    created_at: at,
  }
  const enrolment = {
    case_id: id,
    state,
    programme_id: programmeId,
    child_id: child.id,
    group_id: id,
    group_rule: 'one',
    score,
    draw_number: number,
    class_no: state === 'confirmed' ? (serial % plan.classes) + 1 : null,
  }
  return {
    case: spine,
    enrolment,
    events: eventsOf(id, filed),
    entry: state === 'waiting' ? waitOf(id, filed) : null,
  }
}

/** Everything of one programme, by table. */
export function programmeOf(plan: Plan, children: readonly ChildSeed[], setting: Setting) {
  const id = uuidOf(`programme ${setting.community} ${plan.key}`)
  const lineId = uuidOf(`line ${id}`)
  const entries = signUps(plan, children)
  const drawn = plan.state === 'drawn' ? draw(plan, entries, seedOf(id)) : undefined
  const matters = entries.map((entry, index) =>
    matterOf(
      { plan, programmeId: id, lineId, entry, serial: setting.firstNumber + index, drawn },
      setting.community,
    ),
  )
  return {
    id,
    programme: programmeRow(plan, id, entries, setting, drawn),
    line: {
      id: lineId,
      kind: 'programme',
      community_code: setting.community,
      programme_id: id,
      created_at: plan.opensAt,
    },
    sessions: sessionsOf(plan).map((session) => ({
      id: uuidOf(`session ${id} ${session.starts_at.toISOString()}`),
      programme_id: id,
      ...session,
    })),
    cases: matters.map((m) => m.case),
    enrolments: matters.map((m) => m.enrolment),
    events: matters.flatMap((m) => m.events),
    entries: matters.flatMap((m) => (m.entry ? [m.entry] : [])),
  }
}
