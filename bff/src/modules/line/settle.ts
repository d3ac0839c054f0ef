/**
 * The promise: whatever is free goes to the first in line who fits, and to nobody else; late or often makes no
 * difference. An offer that was found too late is over, and the next person gets the whole time from now on.
 */
import type { NoticeKind } from '@linli/contracts/notices'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { addJob } from '../../platform/jobs'
import { advance, authoriseMany, type CaseRow, peopleOf } from '../cases/service'
import { settingsInside } from '../divisions/service'
import { notify, notifyPeople } from '../notices/service'
import type { Entry, Line, LineResource } from './resource'
import { offerDeadline, unitsOf } from './rules'
import * as store from './store'

/** Locks the line, ends what is over and offers what is free. Runs in the transaction that freed it. */
export async function settle(
  deps: Deps,
  tx: Tx,
  resource: LineResource,
  lineId: string,
  at: Date,
): Promise<void> {
  const line = await store.lockLine(tx, lineId)
  if (!line) return
  await lapseOffers(deps, tx, resource, line, at)
  await endWaits(deps, tx, line, at)
  await offerFree(deps, tx, resource, line, at)
  if (line.kind === 'room') await store.markSettled(tx, line.id, at)
}

async function lapseOffers(deps: Deps, tx: Tx, resource: LineResource, line: Line, at: Date): Promise<void> {
  const over = await store.expiredOffers(tx, line.id, at)
  if (over.length === 0) return
  await resource.release(tx, line, over, at)
  await endAll(deps, tx, over, 'offer_lapsed', at)
}

/** So many at a time: nobody who settles a line on the way to something else waits for thousands. */
const endsAtOnce = 500

/** Who is over by the clock is passed over anyway; this only writes it down, and the rest is left to a job. */
async function endWaits(deps: Deps, tx: Tx, line: Line, at: Date): Promise<void> {
  const over = await store.endedWaits(tx, line.id, at, endsAtOnce)
  if (over.length === 0) return
  await endAll(deps, tx, over, 'line_ended', at)
  if (over.length === endsAtOnce) await addJob(tx, 'settle_line', { lineId: line.id }, at)
}

async function endAll(
  deps: Deps,
  tx: Tx,
  entries: readonly Entry[],
  notice: NoticeKind,
  at: Date,
): Promise<void> {
  const ids = entries.map((entry) => entry.caseId)
  const over = await authoriseMany(deps, tx, ids, { action: 'lapse' }, at)
  if (over.length !== ids.length)
    throw new Error(`Cases of a line were moved without the line's lock: ${ids.length - over.length}`)
  await advance(deps, tx, over, { at })
  await store.markEnded(tx, ids, at)
  await notifyPeople(tx, ids, notice, at)
}

async function offerFree(deps: Deps, tx: Tx, resource: LineResource, line: Line, at: Date): Promise<void> {
  let free = await resource.free(tx, line, at)
  if (free <= 0) return
  const waiting = await store.waitingInOrder(tx, line.id, at)
  if (waiting.length === 0) return
  const settings = await settingsInside(tx, line.community)
  const startOf = startsOf(tx, resource, line, at)
  for (const unit of unitsOf(waiting)) {
    if (free <= 0) return
    if (unit.length > free) continue
    const until = offerDeadline(settings, at, await startOf(unit))
    if (until && (await offer(deps, tx, { resource, line, at, until }, unit))) free -= unit.length
    // Where all begin at once: if this is too late for one, it is for everybody.
    if (!until && line.kind !== 'room') return
  }
}

/** The earliest start of what is offered together; where all begin at once it is asked once. */
function startsOf(tx: Tx, resource: LineResource, line: Line, at: Date) {
  let shared: Date | undefined
  return async (unit: readonly Entry[]): Promise<Date> => {
    if (shared) return shared
    const starts: number[] = []
    for (const entry of line.kind === 'room' ? unit : unit.slice(0, 1))
      starts.push((await resource.startOf(tx, line, entry, at)).getTime())
    const start = new Date(Math.min(...starts))
    if (line.kind !== 'room') shared = start
    return start
  }
}

function offer(
  deps: Deps,
  tx: Tx,
  { resource, line, at, until }: { resource: LineResource; line: Line; at: Date; until: Date },
  unit: readonly Entry[],
): Promise<boolean> {
  return store.attempt(tx, async () => {
    if (!(await resource.take(deps, tx, line, unit, at))) return false
    const ids = unit.map((entry) => entry.caseId)
    const all = await authoriseMany(deps, tx, ids, { action: 'offer' }, at)
    if (all.length !== ids.length) return false
    await store.markHeld(tx, ids, at, until)
    await advance(deps, tx, all, { at, change: { lapsesAt: until } })
    for (const { row } of all) await tellFamily(deps, tx, row, { kind: 'offer_made', at, keptUntil: until })
    await addJob(tx, 'settle_line', { lineId: line.id }, until)
    return true
  })
}

/** Whoever the case is for is told; of a child everybody who decides for it. */
export async function tellFamily(
  deps: Deps,
  tx: Tx,
  row: CaseRow,
  told: { kind: NoticeKind; at: Date; keptUntil?: Date },
): Promise<void> {
  for (const accountId of peopleOf(row))
    await notify(tx, {
      ...told,
      id: deps.ids.id(),
      eventKey: `${row.id}/${told.kind}/${told.at.toISOString()}/${accountId}`,
      accountId,
      caseId: row.id,
      deliverAt: told.at,
    })
}
