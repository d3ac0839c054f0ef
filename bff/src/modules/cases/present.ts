/** Cases as the contract shows them: a list never carries a tagged field, a supervisor never a word anybody wrote. */
import type { CaseBase, CaseEvent } from '@linli/contracts/case-base'
import type { CaseDetail, CaseSummary } from '@linli/contracts/cases'
import type { FieldCipher } from '../../platform/crypto'
import type { Directory } from '../divisions/service'
import type { Hydrated } from './hydrate'
import { isConfidential, type Seen } from './kind'
import { contactIdOf, eraseRefused, mayRate } from './policy'
import { actionsOpen, isOverdue, isRatable, lapsesBeside, stateNow, undoUntil } from './rules'
import type { RightRow } from './rights-store'
import type { CaseRow, Reader } from './row'
import type { DetailRow, EventRow } from './store'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/**
 * When silence ends what two people read counts from the minute of a word or of a meeting, which is between the two; what
 * the service itself ends by the clock is a due time like any other.
 * @param asParty only they see which child it is for, and what that is called
 */
export function summaryOf(
  { row, kind, facts }: Seen,
  divisions: Directory,
  now: Date,
  asParty: boolean,
): CaseSummary {
  const state = stateNow(row, kind, now)
  const shown = { type: row.type, state, facts: kind.summary(facts, row, asParty) }
  // Each service fills the arm of the contract that is its own; in tests every answer is parsed by it.
  const isOver = state !== row.state && kind.states[state]?.is !== 'open'
  const base = baseOf(row, state, divisions, now, asParty)
  const between = !asParty && isConfidential(kind) && !lapsesBeside(kind, row.state)
  return {
    ...base,
    ...(between && { lapsesAt: null }),
    ...(isOver && { waitingFor: 'nobody' }),
    ...shown,
  } as CaseSummary
}

function baseOf(row: CaseRow, state: string, divisions: Directory, now: Date, asParty: boolean): CaseBase {
  return {
    id: row.id,
    number: row.number,
    community: row.community,
    communityName: divisions.find(row.community)?.name ?? '',
    title: row.title,
    startsAt: iso(row.startsAt),
    endsAt: iso(row.endsAt),
    waitingFor: row.waitingFor,
    dueAt: iso(row.dueAt),
    overdue: isOverdue(row, now),
    escalated: row.escalatedAt !== null,
    createdAt: row.createdAt.toISOString(),
    lapsesAt: state === row.state ? iso(row.lapsesAt) : null,
    childId: asParty ? row.childId : null,
    nickname: asParty ? row.nickname : null,
  }
}

export interface Asking {
  reader: Reader
  accountId: string
  now: Date
}

export interface Around {
  divisions: Directory
  cipher: FieldCipher
  communityPhone: string | null
  right: RightRow | undefined
}

export function detailOf(
  seen: Hydrated<DetailRow>,
  { reader, accountId, now }: Asking,
  { divisions, cipher, communityPhone, right }: Around,
): CaseDetail {
  const { row, kind, facts } = seen
  const side = reader === 'party' ? 'party' : 'staff'
  const can = reader === 'supervisor' ? [] : actionsOpen(seen, side, now, accountId)
  const words = reader !== 'supervisor'
  const detail = {
    ...summaryOf(seen, divisions, now, reader === 'party'),
    facts: kind.detail(facts, row, { reader, words, cipher }),
    readAs: side,
    timeline: eventsFor(seen, reader).map((event) => ({
      ...eventOf(event, words),
      canErase: event.note !== null && eraseRefused(reader, wordsOf(event, accountId)) === undefined,
    })),
    can,
    canReadContact: reader === 'staff' && isContactJustified(seen, now),
    undoUntil: can.includes('undo') && row.decidedAt ? undoUntil(row.decidedAt).toISOString() : null,
    communityPhone,
    rating: right && mayRate(row, accountId) ? ratingOf(right, seen, now) : null,
  }
  return detail as CaseDetail
}

/**
 * Where one person works on it, others of the office see how far it is and not what the two do meanwhile: with what else
 * they know, the minute of a call would say whose it is.
 */
function eventsFor({ row, kind, facts }: Hydrated<DetailRow>, reader: Reader): readonly EventRow[] {
  if (reader === 'supervisor' && isConfidential(kind))
    return row.events.filter(({ from, to, side }) => from !== to || side === 'system')
  if (reader === 'party' || !kind.showsEvent) return row.events
  return row.events.filter(({ at, from }) => kind.showsEvent?.(facts, { at: new Date(at), from }))
}

const ratingOf = (
  { finishedAt, until, rated }: RightRow,
  { row: { state }, kind }: Seen,
  now: Date,
): CaseDetail['rating'] => ({
  until: until.toISOString(),
  rated,
  open: !rated && isRatable({ finishedAt, until }, kind, state, now),
})

/**
 * An open case is the reason to call somebody; a closed one is not, nor one that is over by the clock. Where one person works
 * on it, the service itself says whether its person may be called.
 */
export const isContactJustified = ({ row, kind }: Seen, now: Date): boolean =>
  kind.states[stateNow(row, kind, now)]?.is === 'open' &&
  !isConfidential(kind) &&
  contactIdOf(row) !== undefined

const wordsOf = ({ side, actorId }: EventRow, accountId: string) => ({
  side,
  own: actorId === accountId,
})

const eventOf = (e: EventRow, words: boolean): CaseEvent => ({
  at: new Date(e.at).toISOString(),
  action: e.action,
  from: e.from,
  to: e.to,
  side: e.side,
  by: e.actorName,
  note: words ? e.note : null,
})
