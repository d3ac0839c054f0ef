/** What follows from a move of a signup: who is told, what is remembered, and what it means for the need that it serves. */
import { officesAbove, officesFrom } from '@linli/contracts/ladder'
import type { NoticeKind } from '@linli/contracts/notices'
import type { Tx } from '../../platform/db'
import { addJob } from '../../platform/jobs'
import { addDays, dayMs, dayOf, instantAt } from '../../platform/shanghai'
import type { Move, Tools } from '../cases/kind'
import type { CaseRow } from '../cases/service'
import { nearestWith } from '../identity/service'
import { notify, notifyPeople, withdraw } from '../notices/service'
import type { SignupFacts } from './store'

type SignupMove = Move<SignupFacts>

/** Told to whoever comes, of a child to everybody who decides for it. */
const tellings: Readonly<Record<string, NoticeKind>> = {
  cancel: 'case_answered',
  call_off: 'task_off',
  unfit: 'case_answered',
  moved_off: 'task_moved',
  credit: 'case_answered',
  miss: 'case_answered',
}

export async function moved(tools: Tools, tx: Tx, moves: readonly SignupMove[]): Promise<void> {
  for (const move of moves) {
    const { action, row, at } = move
    // Whoever moves the task sees to all of them at once (`move.ts`).
    if (action === 'reschedule') continue
    if (row.state === 'confirmed') await withdraw(tx, row.id, 'task_soon', at)
    if (move.to === 'confirmed') await remind(tx, row, at)
    const kind = tellings[action]
    if (kind) await notifyPeople(tx, [row.id], kind, at)
    if (action === 'escalate') {
      const above = await nearestWith(tx, officesAbove(row.community), ['staff', 'supervisor'])
      await tellOffice(tools, tx, row, { kind: 'case_escalated', told: above, at })
    }
    await tellDesk(tools, tx, move)
    await lookAtNeed(tx, move)
  }
}

export async function remind(
  tx: Tx,
  { id, startsAt }: { id: string; startsAt: Date | null },
  at: Date,
): Promise<void> {
  if (startsAt !== null) await remindAll(tx, [id], startsAt, at)
}

/** At seven in the evening before, and two hours before. @param since what was reminded of before that moment is not so any more */
export async function remindAll(
  tx: Tx,
  ids: readonly string[],
  startsAt: Date,
  at: Date,
  since?: Date,
): Promise<void> {
  const evening = instantAt(addDays(dayOf(startsAt), -1), 19 * 60)
  const soon = new Date(startsAt.getTime() - 2 * 3_600_000)
  for (const deliverAt of [evening, soon])
    if (deliverAt > at) await notifyPeople(tx, ids, 'task_soon', at, deliverAt, since)
}

async function tellOffice(
  { ids }: Tools,
  tx: Tx,
  { id: caseId }: Pick<CaseRow, 'id'>,
  { kind, told, at }: { kind: NoticeKind; told: readonly string[]; at: Date },
): Promise<void> {
  for (const accountId of told) {
    const eventKey = `${caseId}/${kind}/${at.toISOString()}/${accountId}`
    await notify(tx, { id: ids.id(), eventKey, accountId, caseId, kind, at, deliverAt: at })
  }
}

const givesUp: readonly string[] = ['withdraw', 'unfit', 'moved_off']

/** A place that is given back within a day of the start is told to whoever organises it. */
async function tellDesk(tools: Tools, tx: Tx, { action, row, at }: SignupMove): Promise<void> {
  const isNear = row.startsAt !== null && row.startsAt.getTime() - at.getTime() <= dayMs
  if (row.state !== 'confirmed' || !givesUp.includes(action) || !isNear) return
  const told = await nearestWith(tx, officesFrom(row.community), ['staff', 'grid_worker'])
  await tellOffice(tools, tx, row, { kind: 'task_short', told, at })
}

/** The person served hears who comes as soon as all stand, and as soon as one does not. */
async function lookAtNeed(tx: Tx, { facts, row, to, at }: SignupMove): Promise<void> {
  if (facts.needId !== null && (row.state === 'confirmed') !== (to === 'confirmed'))
    await addJob(tx, 'look_at_need', { needId: facts.needId }, at)
}
