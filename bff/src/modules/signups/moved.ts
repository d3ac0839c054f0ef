/** What follows from a move of a signup: who is told, what is remembered, and what it means for the need that it serves. */
import { officesAbove, officesFrom } from '@linli/contracts/ladder'
import type { NoticeKind } from '@linli/contracts/notices'
import type { Tx } from '../../platform/db'
import { addJob } from '../../platform/jobs'
import { addDays, dayMs, dayOf, instantAt } from '../../platform/shanghai'
import type { Move, Tools } from '../cases/kind'
import { type CaseRow, peopleOf } from '../cases/service'
import { nearestWith } from '../identity/service'
import { notify, withdraw } from '../notices/service'
import type { SignupFacts } from './store'

type SignupMove = Move<SignupFacts>

/** Told to whoever comes, of a child to everybody who decides for it. */
const tellings: Readonly<Record<string, NoticeKind>> = {
  cancel: 'case_answered',
  call_off: 'task_off',
  unfit: 'case_answered',
  credit: 'case_answered',
  miss: 'case_answered',
}

export async function moved(tools: Tools, tx: Tx, moves: readonly SignupMove[]): Promise<void> {
  for (const move of moves) {
    const { action, row, at } = move
    if (row.state === 'confirmed') await withdraw(tx, row.id, 'task_soon', at)
    if (move.to === 'confirmed') await remind(tools, tx, { ...row, told: peopleOf(row) }, at)
    const kind = tellings[action]
    if (kind) await tellAll(tools, tx, { row, kind, told: peopleOf(row), event: action, at, deliverAt: at })
    if (action === 'escalate') await tellAbove(tools, tx, row, at)
    await tellDesk(tools, tx, move)
    await lookAtNeed(tx, move)
  }
}

interface Telling {
  row: Pick<CaseRow, 'id'>
  kind: NoticeKind
  told: readonly string[]
  event: string
  at: Date
  deliverAt: Date
}

async function tellAll({ ids }: Pick<Tools, 'ids'>, tx: Tx, t: Telling): Promise<void> {
  for (const accountId of t.told)
    await notify(tx, {
      id: ids.id(),
      eventKey: `${t.row.id}/${t.event}/${t.at.toISOString()}/${accountId}`,
      accountId,
      caseId: t.row.id,
      kind: t.kind,
      at: t.at,
      deliverAt: t.deliverAt,
    })
}

/** At seven in the evening before, and two hours before. */
export async function remind(
  tools: Pick<Tools, 'ids'>,
  tx: Tx,
  { id, startsAt, told }: { id: string; startsAt: Date | null; told: readonly string[] },
  at: Date,
): Promise<void> {
  if (startsAt === null) return
  const evening = instantAt(addDays(dayOf(startsAt), -1), 19 * 60)
  const soon = new Date(startsAt.getTime() - 2 * 3_600_000)
  for (const [event, deliverAt] of [
    ['evening', evening],
    ['soon', soon],
  ] as const)
    if (deliverAt > at)
      await tellAll(tools, tx, { row: { id }, kind: 'task_soon', told, event, at, deliverAt })
}

const tellAbove = async (tools: Tools, tx: Tx, row: CaseRow, at: Date): Promise<void> =>
  tellAll(tools, tx, {
    row,
    kind: 'case_escalated',
    told: await nearestWith(tx, officesAbove(row.community), ['staff', 'supervisor']),
    event: 'escalate',
    at,
    deliverAt: at,
  })

const givesUp: readonly string[] = ['withdraw', 'unfit']

/** A place that is given back within a day of the start is told to whoever organises it. */
async function tellDesk(tools: Tools, tx: Tx, { action, row, at }: SignupMove): Promise<void> {
  const isNear = row.startsAt !== null && row.startsAt.getTime() - at.getTime() <= dayMs
  if (row.state !== 'confirmed' || !givesUp.includes(action) || !isNear) return
  const told = await nearestWith(tx, officesFrom(row.community), ['staff', 'grid_worker'])
  await tellAll(tools, tx, { row, kind: 'task_short', told, event: 'short', at, deliverAt: at })
}

/** The person served hears who comes as soon as all stand, and as soon as one does not. */
async function lookAtNeed(tx: Tx, { facts, row, to, at }: SignupMove): Promise<void> {
  if (facts.needId !== null && (row.state === 'confirmed') !== (to === 'confirmed'))
    await addJob(tx, 'look_at_need', { needId: facts.needId }, at)
}
