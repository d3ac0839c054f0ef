/** The promise: whoever organises a task reads who comes, and each of them sees that they were read. */
import type { RollCounts, RollEntry } from '@linli/contracts/signups'
import { signupState } from '@linli/contracts/signup-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { readOf } from '../../platform/read'
import { insertAccess, insertChildAccess } from '../cases/service'
import { contactOf } from '../identity/service'
import { wasUnmet } from '../needs/service'
import { findTask, type Organiser, organiserOf, type TaskRow } from '../tasks/service'
import { namesOf } from '../volunteers/service'
import { isRollOpen, proposedHalves } from './rules'
import * as store from './store'

/** A task for whoever organises it now. @throws Problem not_found, not_allowed (a supervisor) */
export async function taskInside(tx: Tx, who: Who, id: string): Promise<Organiser & { task: TaskRow }> {
  const task = await findTask(readOf(tx), id)
  if (!task) throw new Problem('not_found')
  return { task, ...(await organiserOf(tx, who, task)) }
}

const countsOf = (rows: readonly store.RollRow[]): RollCounts => ({
  came: rows.filter(({ state }) => state !== 'absent').length,
  absent: rows.filter(({ state }) => state === 'absent').length,
  halves: rows.reduce((sum, { halves }) => sum + (halves ?? 0), 0),
})

/** @throws Problem roll_closed */
export async function mustBeOpen(tx: Tx, task: TaskRow, now: Date): Promise<void> {
  const states = (await store.rollOf(tx, task.id)).map(({ state }) => state)
  if (!isRollOpen(task, states, now)) throw new Problem('roll_closed')
}

/**
 * Who comes, by name, and for staff by number, for whoever organises it; each of them sees that it was read. Once nobody's
 * hours are to be confirmed, or a month later, only how many there were.
 * @throws Problem not_found, not_allowed (a supervisor)
 */
export async function readRoll(
  deps: Deps,
  who: Who,
  id: string,
): Promise<{ people: RollEntry[]; counts: RollCounts | null; unmet: boolean; now: string }> {
  const now = deps.clock.now()
  const { rows, names, led, counts, unmet } = await deps.db.transaction(async (tx) => {
    const { task, badge, asLeader: led } = await taskInside(tx, who, id)
    const found = await store.rollOf(tx, id)
    const states = found.map(({ state }) => state)
    const unmet = task.needId !== null && (await wasUnmet(tx, task.needId, task.startsAt))
    if (!isRollOpen(task, states, now))
      return { rows: [], names: new Map<string, string>(), led, counts: countsOf(found), unmet }
    await record(deps, tx, found, who, badge)
    const parties = found.map(({ partyId }) => partyId)
    return { rows: found, names: await namesOf(deps, tx, parties), led, counts: null, unmet }
  })
  // Only now: inside, each would wait for a second connection while it holds its own.
  const people: RollEntry[] = []
  for (const row of rows) people.push(await entryOf(deps, row, { name: names.get(row.partyId) ?? '', led }))
  return { people, counts, unmet, now: now.toISOString() }
}

/** Each of them, of a child its guardians, reads who looked. */
export async function record(
  deps: Deps,
  tx: Tx,
  rows: readonly Pick<store.RollRow, 'childId' | 'subjectId' | 'caseId'>[],
  who: Who,
  badge: string,
): Promise<void> {
  const at = deps.clock.now()
  const by = { readerId: who.accountId, readerName: badge, at }
  for (const { childId, subjectId, caseId } of rows)
    if (childId === null)
      await insertAccess(tx, { ...by, id: deps.ids.id(), subjectId, tag: 'contact', caseId })
  const reads = rows.flatMap(({ childId, caseId }) =>
    childId === null ? [] : [{ id: deps.ids.id(), childId, tag: 'child' as const, caseId }],
  )
  if (reads.length > 0) await insertChildAccess(tx, { ...by, reads })
}

/** @param led read by the leader of a team, who calls nobody: that goes through the desk */
async function entryOf(
  deps: Deps,
  row: store.RollRow,
  { name, led }: { name: string; led: boolean },
): Promise<RollEntry> {
  const { caseId, number, cameAt, leftAt, halves } = row
  return {
    caseId,
    number,
    state: signupState.parse(row.state),
    name,
    phone: led || !row.contactId ? null : (await contactOf(deps, row.contactId)).phone,
    cameAt: cameAt?.toISOString() ?? null,
    leftAt: leftAt?.toISOString() ?? null,
    proposed: proposedHalves(row, cameAt, leftAt),
    halves,
  }
}
