/**
 * The promise: whatever is free goes to the first in line who fits, and to nobody else; late or often makes no
 * difference. An offer that was found too late is over, and the next person gets the whole time from now on.
 */
import type { CaseAction, CaseState } from '@linli/contracts/case-base'
import type { NoticeKind } from '@linli/contracts/notices'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { addJob } from '../../platform/jobs'
import { authoriseClock, type CaseRow, insertEvent, moveCase } from '../cases/service'
import { settingsInside } from '../divisions/service'
import { notify } from '../notices/service'
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
  await lapseOffers(tx, resource, line, at)
  await endWaits(tx, line, at)
  await offerFree(deps, tx, resource, line, at)
  if (line.kind === 'room') await store.markSettled(tx, line.id, at)
}

async function lapseOffers(tx: Tx, resource: LineResource, line: Line, at: Date): Promise<void> {
  const over = await store.expiredOffers(tx, line.id, at)
  if (over.length === 0) return
  await resource.release(tx, line, over, at)
  await endAll(tx, over, { from: 'held', notice: 'offer_lapsed' }, at)
}

/** So many at a time: nobody who settles a line on the way to something else waits for thousands. */
const endsAtOnce = 500

/** Who is over by the clock is passed over anyway; this only writes it down, and the rest is left to a job. */
async function endWaits(tx: Tx, line: Line, at: Date): Promise<void> {
  const over = await store.endedWaits(tx, line.id, at, endsAtOnce)
  if (over.length === 0) return
  await endAll(tx, over, { from: 'waiting', notice: 'line_ended' }, at)
  if (over.length === endsAtOnce) await addJob(tx, 'settle_line', { lineId: line.id }, at)
}

async function endAll(
  tx: Tx,
  entries: readonly Entry[],
  end: { from: 'held' | 'waiting'; notice: NoticeKind },
  at: Date,
): Promise<void> {
  const ids = entries.map((entry) => entry.caseId)
  const ended = await store.lapseCases(tx, ids, end.from, at)
  if (ended !== ids.length)
    throw new Error(`Cases of a line were moved without the line's lock: ${ids.length - ended}`)
  await store.tellFamilies(tx, ids, end.notice, at)
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
    // All of a programme begin at once: if this is too late for one, it is for everybody.
    if (!until && line.kind === 'programme') return
  }
}

/** The earliest start of what is offered together; for a programme it is asked once. */
function startsOf(tx: Tx, resource: LineResource, line: Line, at: Date) {
  let shared: Date | undefined
  return async (unit: readonly Entry[]): Promise<Date> => {
    if (shared) return shared
    const starts: number[] = []
    for (const entry of line.kind === 'programme' ? unit.slice(0, 1) : unit)
      starts.push((await resource.startOf(tx, line, entry, at)).getTime())
    const start = new Date(Math.min(...starts))
    if (line.kind === 'programme') shared = start
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
    if (!(await resource.take(tx, line, unit, at))) return false
    const ids = unit.map((entry) => entry.caseId)
    await store.markHeld(tx, ids, at, until)
    for (const id of ids) if (!(await moveByClock(deps, tx, id, 'offer', 'offer_made', at))) return false
    await addJob(tx, 'settle_line', { lineId: line.id }, until)
    return true
  })
}

/** @returns false when the case's table does not let the clock do this now */
async function moveByClock(
  deps: Deps,
  tx: Tx,
  caseId: string,
  action: CaseAction & 'offer',
  notice: NoticeKind,
  at: Date,
): Promise<boolean> {
  const authorised = await authoriseClock(tx, caseId, action, at)
  if (!authorised) return false
  const { row, to } = authorised
  if (!(await moveTo(tx, row, to, at))) return false
  await insertEvent(tx, {
    caseId,
    at,
    action,
    from: row.state,
    to,
    side: 'system',
    actorId: null,
    actorName: null,
    note: null,
    alternativeRoomId: null,
  })
  await tellFamily(deps, tx, row, notice, at)
  return true
}

/** An offer waits for its person; everything else that a line does ends the case or leaves it to its own module. */
export const moveTo = (tx: Tx, row: CaseRow, to: CaseState, at: Date): Promise<boolean> =>
  moveCase(tx, row.id, row.state, {
    to,
    waitingFor: to === 'held' ? 'party' : to === 'pending' ? 'staff' : 'nobody',
    decidedBy: null,
    decidedAt: null,
    closedAt: to === 'lapsed' || to === 'cancelled' ? at : null,
  })

/** Of a child's case all its guardians are told, of any other its subject. */
export async function tellFamily(
  deps: Deps,
  tx: Tx,
  row: CaseRow,
  kind: NoticeKind,
  at: Date,
): Promise<void> {
  const people = row.type === 'enrolment' ? row.guardianIds : [row.subjectId]
  for (const accountId of people)
    await notify(tx, {
      id: deps.ids.id(),
      eventKey: `${row.id}/${kind}/${at.toISOString()}/${accountId}`,
      accountId,
      caseId: row.id,
      kind,
      at,
      deliverAt: at,
    })
}
