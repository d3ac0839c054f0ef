/**
 * The promise: whoever takes part in a draw is on a list that was published before the seed, and anybody who has both
 * comes to the same order (`draw.ts` in the contracts says how). Somebody who withdraws between the closing and the draw
 * stays on the list, so that the published result is still what list and seed make; the place goes on to the next in
 * line, as an offer.
 */
import { drawOrder, readList, writeList } from '@linli/contracts/draw'
import type { Programme } from '@linli/contracts/programmes'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { sha256 } from '../../../platform/crypto'
import type { Tx } from '../../../platform/db'
import type { Idempotency } from '../../../platform/idempotency'
import { Problem } from '../../../platform/problem'
import { advance, authoriseMany } from '../../cases/service'
import { join, settle } from '../../line/service'
import { notifyPeople } from '../../notices/service'
import * as store from './draw-store'
import { placeInClasses } from '../roster/classes'
import { programmeLine } from '../enrolment/line'
import { readAs } from '../service'
import { moveProgramme } from '../plan/life-cycle'
import type { ProgrammeRow } from '../row'

const hash = (text: string): string => sha256(text).toString('hex')

/**
 * Families have a draw's whole sign-up: it closes at its published time, by this or by the clock.
 * @throws Problem not_found, not_allowed, action_not_open
 */
export const closeProgramme = (
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
): Promise<Programme> =>
  moveProgramme(deps, who, { id, idempotency, from: ['published'] }, (tx, { row, at }) => {
    if (row.mode === 'draw' && at < row.closesAt) throw new Problem('action_not_open')
    return close(tx, row, at)
  })

/** Closes a locked programme; of a draw, who has a number now is on the list for good. */
export async function close(tx: Tx, row: ProgrammeRow, at: Date): Promise<void> {
  const list = row.mode === 'draw' ? writeList(listed(await store.entrantsOf(tx, row.id))) : null
  await store.markClosed(tx, row.id, { list, listHash: list === null ? null : hash(list), at })
}

/** Siblings who signed up together go by the lowest of their numbers. */
function listed(entrants: readonly store.Entrant[]) {
  const lowest = new Map<string, number>()
  for (const { groupId, number } of entrants)
    lowest.set(groupId, Math.min(number, lowest.get(groupId) ?? number))
  return entrants.map(({ number, groupId, rule, score }) => ({
    number,
    group: lowest.get(groupId) ?? number,
    rule,
    score,
  }))
}

/** @throws Problem not_found, not_allowed, action_not_open (not closed yet, or no draw) */
export const drawProgramme = (
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
): Promise<Programme> =>
  moveProgramme(deps, who, { id, idempotency, from: ['closed'] }, async (tx, { row, at }) => {
    const kept = await store.drawSecrets(tx, id)
    if (row.mode !== 'draw' || !row.lineId || !kept) throw new Problem('action_not_open')
    const seed = deps.cipher.decrypt('programmes.seed_enc', id, kept.seedEnc)
    const result = drawOrder(kept.list, seed, row.capacity, hash)
    const place = new Map(result.order.map((number, n) => [number, n]))
    const placed = new Set(result.placed)
    const inOrder = (await store.entrantsOf(tx, id)).sort(
      (a, b) => (place.get(a.number) ?? 0) - (place.get(b.number) ?? 0),
    )
    const lucky = inOrder.filter((e) => placed.has(e.number))
    await store.markDrawn(tx, id, { seed, ...result, taken: lucky.length, at })
    await confirm(deps, tx, id, lucky, at)
    const others = inOrder.filter((e) => !placed.has(e.number))
    await wait(deps, tx, { lineId: row.lineId, until: row.refillUntil }, scored(others, kept.list), at)
    await settle(deps, tx, programmeLine, row.lineId, at)
  })

/** What a draw makes of numbers; the programme's lock keeps everybody else from moving them. */
async function moveDrawn(
  deps: Deps,
  tx: Tx,
  ids: readonly string[],
  { to, lapsesAt }: { to: 'confirmed' | 'waiting'; lapsesAt: Date | null },
  at: Date,
): Promise<void> {
  const all = await authoriseMany(deps, tx, ids, { action: 'draw', to }, at)
  if (all.length !== ids.length)
    throw new Error(`Numbers of a draw were moved beside it: ${ids.length - all.length}`)
  await advance(deps, tx, all, { at, change: { lapsesAt } })
}

async function confirm(
  deps: Deps,
  tx: Tx,
  id: string,
  lucky: readonly store.Entrant[],
  at: Date,
): Promise<void> {
  const ids = lucky.map((e) => e.caseId)
  await moveDrawn(deps, tx, ids, { to: 'confirmed', lapsesAt: null }, at)
  await placeInClasses(tx, id)
  await notifyPeople(tx, ids, 'draw_placed', at)
}

/**
 * Siblings count by the highest of their points on the published list, also of one who has a place by now or withdrew:
 * so the line is the published order without them.
 */
function scored(others: readonly store.Entrant[], list: string): store.Entrant[] {
  const entries = readList(list)
  const highest = new Map<number, number>()
  for (const { group, score } of entries) highest.set(group, Math.max(score, highest.get(group) ?? 0))
  const score = new Map(entries.map((e) => [e.number, highest.get(e.group)]))
  return others.map((e) => ({ ...e, score: score.get(e.number) ?? e.score }))
}

/** The others stand in line in the order of the draw. */
async function wait(
  deps: Deps,
  tx: Tx,
  { lineId, until }: { lineId: string; until: Date },
  others: readonly store.Entrant[],
  at: Date,
): Promise<void> {
  const ids = others.map((e) => e.caseId)
  await moveDrawn(deps, tx, ids, { to: 'waiting', lapsesAt: until }, at)
  await join(
    tx,
    lineId,
    others.map((e) => ({
      caseId: e.caseId,
      partyId: e.childId,
      groupId: e.groupId,
      groupRule: e.rule,
      score: e.score,
      until,
    })),
    at,
  )
  await notifyPeople(tx, ids, 'draw_waiting', at)
}

/** The public record of a draw. @throws Problem not_found where no draw was published */
export async function getDraw(deps: Deps, who: Who | undefined, id: string) {
  const { row } = await readAs(deps, who, id)
  const record = await store.findDraw(deps.db, id)
  if (!record?.commitment) throw new Problem('not_found')
  return {
    ...record,
    programmeName: row.name,
    commitment: record.commitment,
    closedAt: record.closedAt?.toISOString() ?? null,
    drawnAt: record.drawnAt?.toISOString() ?? null,
  }
}
