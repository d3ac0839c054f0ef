import type {
  CareChild,
  CareRecordSent,
  CareSession,
  RecordOutcome,
  ReleaseRefusal,
  getCareDay,
  LookAlike,
} from '@linli/contracts/care'
import type { Reply } from '../../shared/http/request'

/** Today's sessions with their children, as the service answered. */
export type CareDay = Reply<typeof getCareDay>

/** Why a record was not kept: a refused hand-over has a reason of its own, anything else the service's sentence. */
export interface Refused {
  refusal: ReleaseRefusal | null
  sentence: string | null
  /** Whom the carer has to look at before the child goes. */
  alike?: LookAlike[]
}

/** One record on its way: it leaves the queue only when the service has said what became of this very id. */
export interface Queued {
  record: CareRecordSent
  /** It was sent at least once, so the service may have it already. */
  tried: boolean
  /** Not kept; it stays until the carer has seen why. */
  refused: Refused | null
}

/** The service takes a hundred at once; fewer answer sooner on a rural network. */
export const mostInBatch = 50

/** So long an absence can be taken back before it leaves the device. */
export const holdMs = 10_000

/** Milliseconds until an absence goes; 0 for what goes at once. A device whose clock was turned back waits no longer. */
export function heldFor({ record, tried, refused }: Queued, now: number): number {
  if (record.kind !== 'absent' || record.decides !== undefined || tried || refused !== null) return 0
  const left = Date.parse(record.at) + holdMs - now
  return left > 0 && left <= holdMs ? left : 0
}

const sameChild = (
  one: CareRecordSent,
  { childId, sessionId }: Pick<CareRecordSent, 'childId' | 'sessionId'>,
) => one.childId === childId && one.sessionId === sessionId

/** An absence that has not gone yet, of one child. */
export const heldOf = (
  queue: readonly Queued[],
  about: Pick<CareRecordSent, 'childId' | 'sessionId'>,
  now: number,
) => queue.find((one) => heldFor(one, now) > 0 && sameChild(one.record, about))

/** The mark that the carer sees of a child: what a new one corrects. */
export const markSeen = (
  day: CareDay,
  { childId, sessionId }: Pick<CareRecordSent, 'childId' | 'sessionId'>,
): string | null =>
  day.sessions.find((one) => one.id === sessionId)?.children.find((one) => one.childId === childId)?.markId ??
  null

export const queued = (record: CareRecordSent): Queued => ({ record, tried: false, refused: null })

/** A record is in the queue once, however often it is added. */
export const withRecord = (queue: readonly Queued[], record: CareRecordSent): Queued[] =>
  queue.some((one) => one.record.id === record.id) ? [...queue] : [...queue, queued(record)]

export const waitingIn = (queue: readonly Queued[]) => queue.filter((one) => one.refused === null)

/** What is sent next: the oldest first, in the order of the taps. */
export const nextBatch = (queue: readonly Queued[], now: number): CareRecordSent[] =>
  waitingIn(queue)
    .filter((one) => heldFor(one, now) === 0)
    .slice(0, mostInBatch)
    .map((one) => one.record)

const among = (ids: readonly string[]) => (one: Queued) => ids.includes(one.record.id)

export const asTried = (queue: readonly Queued[], ids: readonly string[]): Queued[] =>
  queue.map((one) => (among(ids)(one) ? { ...one, tried: true } : one))

export const asRefused = (queue: readonly Queued[], id: string, refused: Refused): Queued[] =>
  queue.map((one) => (one.record.id === id ? { ...one, refused } : one))

export const without = (queue: readonly Queued[], ids: readonly string[]): Queued[] =>
  queue.filter((one) => !among(ids)(one))

interface Settled {
  queue: Queued[]
  /** In the order of the taps. */
  kept: CareRecordSent[]
}

/** The queue after an answer: what was kept leaves it, what was refused stays to be seen, the rest is sent again. */
export function afterOutcomes(queue: readonly Queued[], outcomes: readonly RecordOutcome[]): Settled {
  const kept = outcomes.filter((one) => one.outcome !== 'refused').map((one) => one.id)
  const rest = outcomes
    .filter((one) => one.outcome === 'refused')
    .reduce<Queued[]>(
      (now, { id, refusal, alike }) =>
        asRefused(now, id, { refusal, sentence: null, ...(alike && { alike }) }),
      without(queue, kept),
    )
  return { queue: rest, kept: queue.filter(among(kept)).map((one) => one.record) }
}

const byCode = ({ record }: Queued) => record.kind === 'release' && record.by.method === 'code'

/** A code is checked by the service alone: without a network it is not kept for later, unless it may have arrived. */
export const withoutUntriedCodes = (queue: readonly Queued[]): Queued[] =>
  queue.filter((one) => !byCode(one) || one.tried || one.refused !== null)

/** Is a code of this child still with the service? Until it has answered nobody is released. */
export const codeUnderWay = (queue: readonly Queued[], childId: string, sessionId: string) =>
  waitingIn(queue).some(
    (one) => byCode(one) && one.record.childId === childId && one.record.sessionId === sessionId,
  )

/** A day with one record written into it. `kept`: the service has it, so a code was right. */
export const withWritten = (day: CareDay, record: CareRecordSent, kept: boolean): CareDay => ({
  ...day,
  sessions: day.sessions.map((session) =>
    session.id === record.sessionId
      ? {
          ...session,
          children: session.children.map((child) =>
            child.childId === record.childId ? childWith(child, record, day.carer, kept) : child,
          ),
        }
      : session,
  ),
})

/** What the carer sees: the service's list, and on top of it everything that is still on its way, in order. */
export const shownDay = (day: CareDay, queue: readonly Queued[]): CareDay =>
  waitingIn(queue).reduce((now, { record }) => withWritten(now, record, false), day)

function childWith(child: CareChild, record: CareRecordSent, by: string, kept: boolean): CareChild {
  if (record.kind === 'present' || record.kind === 'absent') return marked(child, record)
  if (record.kind === 'health') {
    const { at, text } = record
    return { ...child, healthNotes: [...child.healthNotes, { at, by, text }] }
  }
  if (record.kind === 'incident' || record.kind === 'annotation') {
    const { kind, at, text } = record
    return { ...child, notes: [...(child.notes ?? []), { kind, at, by, text }] }
  }
  if (record.kind !== 'release' || child.release !== null) return child
  const { id: recordId, at } = record
  const { method } = record.by
  if (method === 'code' && !kept) return child
  const release = { recordId, at, ...whoTook(child, record.by), method, by }
  return { ...child, mark: 'released', markedAt: at, release }
}

/** A later roll call counts before an earlier one, wherever it was made; a child that has gone stays gone. */
function marked(child: CareChild, { id, kind, at, decides }: Marked): CareChild {
  if (child.release !== null) return child
  const differ = decides !== undefined && child.differ?.id === decides ? null : child.differ
  if (child.markedAt !== null && Date.parse(child.markedAt) > Date.parse(at)) return { ...child, differ }
  return { ...child, mark: kind, markedAt: at, markId: id, differ }
}
type Marked = Extract<CareRecordSent, { kind: 'present' | 'absent' }>

type Took = Pick<NonNullable<CareChild['release']>, 'person' | 'relation'>

function whoTook(child: CareChild, by: Extract<CareRecordSent, { kind: 'release' }>['by']): Took {
  const took = (one: { name: string | null; relation: Took['relation'] } | null | undefined): Took => ({
    person: one?.name ?? '',
    relation: one?.relation ?? null,
  })
  if (by.method === 'override') return took(by)
  if (by.method === 'code') return took(child.delegate)
  if (by.method === 'guardian') return took(child.guardians.find((one) => one.id === by.guardianId))
  return took(child.pickupPeople.find((one) => one.id === by.personId))
}

export const counts = ({ children }: Pick<CareSession, 'children'>) => ({
  all: children.length,
  expected: children.filter((one) => one.mark === 'expected').length,
  present: children.filter((one) => one.mark === 'present').length,
  absent: children.filter((one) => one.mark === 'absent').length,
  released: children.filter((one) => one.mark === 'released').length,
})
export type Shown = keyof ReturnType<typeof counts>

export const childrenShown = ({ children }: Pick<CareSession, 'children'>, shown: Shown) =>
  shown === 'all' ? children : children.filter((one) => one.mark === shown)

/** Minutes since the end of the session for a child that is still here; 0 before. A slow device believes the service. */
export function minutesLate(child: CareChild, session: Pick<CareSession, 'endsAt'>, now: number): number {
  if (child.mark !== 'present') return 0
  return Math.max(0, child.lateMinutes ?? 0, Math.floor((now - Date.parse(session.endsAt)) / 60_000))
}

/** Not kept, of one child in one session. */
export const refusedOf = (queue: readonly Queued[], childId: string, sessionId: string) =>
  queue.filter(
    (one) => one.refused !== null && one.record.childId === childId && one.record.sessionId === sessionId,
  )

/** Not kept, of no child in today's list, e.g. from the evening before: these too have to be seen. */
export function refusedElsewhere(day: CareDay | null, queue: readonly Queued[]): Queued[] {
  const here = new Set(
    (day?.sessions ?? []).flatMap((session) => session.children.map((one) => `${session.id} ${one.childId}`)),
  )
  return queue.filter(
    ({ refused, record }) => refused !== null && !here.has(`${record.sessionId} ${record.childId}`),
  )
}

export interface PickupChoice {
  as: 'guardian' | 'listed'
  id: string
  /** Empty for a guardian who gave none. */
  name: string
  relation: CareChild['pickupPeople'][number]['relation']
  /** Staff know this guardian; whoever is listed needs no papers. */
  verified: boolean
  /** Whom the alert is about, if this person must not get the child; it looks like any other choice. */
  barredAs: string | null
}

/**
 * Guardians first, then who may come, by name; whoever must not get the child last, so that no finger meant for a relative
 * meets them. Nobody stands in it twice, and a guardian without papers who is listed stands there as listed.
 */
export function pickupChoices(
  child: Pick<CareChild, 'guardians' | 'pickupPeople' | 'barredPeople'>,
): PickupChoice[] {
  const { pickupPeople, barredPeople } = child
  const guardians = child.guardians
    .map(({ phone: _, ...one }) => ({ ...one, as: 'guardian' as const, name: one.name ?? '' }))
    .filter((g) => g.verified || g.barredAs !== null || !pickupPeople.some((one) => one.name === g.name))
  const isNew = (one: { id: string; name: string }) =>
    !guardians.some((g) => g.barredAs === one.id || g.name === one.name)
  const plain = { as: 'listed' as const, verified: true }
  const others = [
    ...pickupPeople.map((one) => ({ ...plain, ...one, barredAs: null })),
    ...barredPeople.map((one) => ({ ...plain, ...one, relation: 'relative' as const, barredAs: one.id })),
  ].filter(isNew)
  const all = [...guardians, ...others.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))]
  return [...all.filter((one) => one.barredAs === null), ...all.filter((one) => one.barredAs !== null)]
}
