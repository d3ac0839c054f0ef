/**
 * The promise: a carer on duty sees today's children of their own classes, while the session is near, and afterwards those
 * who are still there; nothing of another day or class. What was read of each child is on record before it is answered
 * (docs/product.md › Rule 6).
 */
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { Problem } from '../../../platform/problem'
import { dayOf } from '../../../platform/shanghai'
import { insertChildAccess } from '../../cases/service'
import { type CareFacts, careFactsOf } from '../../children/service'
import { directory } from '../../divisions/service'
import { isBarredFrom } from '../audience'
import { type ChildRow, childrenIn, type DutySession, dutySessions } from './day-store'
import { careChildOf, careSessionOf } from '../present'
import { isClosedAt, isOpenAt, nextOpening } from '../rules'

const tags = ['child', 'health', 'contact'] as const

/** @throws Problem not_on_duty for whom no duty falls on today; before and after its sessions the list is empty */
export async function careDay(deps: Deps, who: Who) {
  const now = deps.clock.now()
  const today = dayOf(now)
  const duties = await dutySessions(deps.db, who.accountId, { day: today, now })
  const [first] = duties
  if (!first) throw new Problem('not_on_duty')
  const lists = await listsOf(deps, duties, now)
  const rows = lists.flatMap((list) => list.rows)
  // Of a frozen child that is in the building everything is read until it is handed over.
  const inside = new Set(rows.filter(isInside).map((row) => row.childId))
  const named = rows.filter((row) => !row.erased && (!row.frozen || inside.has(row.childId)))
  await recordReading(deps, { readerId: who.accountId, readerName: first.badge, at: now }, named)
  const childIds = [...new Set(named.map((r) => r.childId))]
  const [facts, divisions] = await Promise.all([
    careFactsOf(deps.db, deps.cipher, childIds, today, inside),
    directory(deps),
  ])
  await hideBars(deps, who.accountId, facts)
  return {
    carer: first.badge,
    sessions: lists.map(({ duty, rows }) => {
      const reading = { now, patience: divisions.settings(duty.community) }
      const children = rows.flatMap(
        (row) => careChildOf(deps.cipher, { row, duty, facts: facts.get(row.childId) }, reading) ?? [],
      )
      return careSessionOf(duty, children)
    }),
    nextAt: nextOpening(duties, now)?.toISOString() ?? null,
    now: now.toISOString(),
  }
}

/**
 * A carer may be a child's guardian, or barred from it: then neither the list nor a guardian's row says who is barred.
 * The door refuses all the same.
 */
async function hideBars(deps: Deps, accountId: string, facts: Map<string, CareFacts>): Promise<void> {
  const withBars = [...facts].filter(([, of]) => of.barredPeople.length > 0)
  await Promise.all(
    withBars.map(async ([childId, of]) => {
      const isTheirs = of.guardians.some((g) => g.accountId === accountId)
      if (!isTheirs && !(await deps.db.transaction((tx) => isBarredFrom(deps, tx, childId, accountId))))
        return
      const guardians = of.guardians.map((g) => ({ ...g, barredAs: null }))
      facts.set(childId, { ...of, barredPeople: [], guardians })
    }),
  )
}

const isInside = (row: ChildRow): boolean => row.mark === 'present' && row.release === null

interface List {
  duty: DutySession
  rows: ChildRow[]
}

/** A list that was closed is shown as long as one of its children is still there, and shows no other. */
async function listsOf({ db }: Deps, duties: readonly DutySession[], now: Date): Promise<List[]> {
  const begun = duties.filter((duty) => isOpenAt(duty, now) || isClosedAt(duty, now))
  const rows = begun.length > 0 ? await childrenIn(db, begun) : []
  return begun.flatMap((duty) => {
    const own = rows.filter((row) => row.sessionId === duty.id && row.classNo === duty.classNo)
    if (!isClosedAt(duty, now)) return [{ duty, rows: own }]
    const waiting = own.filter(isInside)
    return waiting.length > 0 ? [{ duty, rows: waiting }] : []
  })
}

/** One statement for the whole day; a child in two sessions was read once. */
async function recordReading(
  { db, ids }: Deps,
  reader: { readerId: string; readerName: string; at: Date },
  rows: readonly ChildRow[],
): Promise<void> {
  const children = new Map(rows.map(({ childId, caseId }) => [`${childId} ${caseId}`, { childId, caseId }]))
  if (children.size === 0) return
  const reads = [...children.values()].flatMap((child) =>
    tags.map((tag) => ({ ...child, id: ids.id(), tag })),
  )
  await insertChildAccess(db, { ...reader, reads })
}
