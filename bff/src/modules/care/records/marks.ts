/**
 * The promise: an absence is told after a moment in which it can be taken back, and what was told is corrected; marks of
 * two devices that differ are shown to both and decided, never overwritten. Marks of one child in one session come one
 * after another (`lockMarks`).
 */
import { undoSeconds } from '@linli/contracts/transitions'
import type { CareRecordSent, RecordOutcome } from '@linli/contracts/care'
import type { Deps } from '../../../deps'
import { settleAlerts } from '../alerts/alert-raise'
import { withdrawEvents } from '../../notices/service'
import { countMarks, eventsOf, toldAway } from './mark-store'
import { differsFrom, type MarkFact } from '../rules'
import { add, kept, tellOf, type Writing } from './writing'

export type Mark = Extract<CareRecordSent, { kind: 'present' | 'absent' }>

export const isMark = (record: CareRecordSent): record is Mark =>
  record.kind === 'present' || record.kind === 'absent'

export async function mark(deps: Deps, writing: Writing<Mark>): Promise<RecordOutcome> {
  const { tx, record, scene, base } = writing
  const latest = latestOf(scene)
  const decides = decided(record, writing)
  const said = { kind: record.kind, at: base.at, over: record.over ?? null, ...writerOf(writing) }
  const differs = decides === undefined && differsFrom(said, latest)
  await add(tx, {
    ...base,
    kind: record.kind,
    ...(differs && latest && { againstId: latest.id }),
    ...(decides !== undefined && { decidesId: decides }),
  })
  const counts = latest === null || latest.at <= base.at
  if (differs) await sayDiffer(deps, writing, latest?.byId ?? null)
  else if (counts && record.kind === 'present') await sayCame(deps, writing)
  else if (counts && !scene.differs) await sayAway(deps, writing)
  if (decides !== undefined) await sayDecided(deps, writing)
  return kept(record)
}

const latestOf = ({ mark, markedAt, latest }: Writing['scene']): MarkFact | null =>
  mark && markedAt && latest ? { ...latest, kind: mark, at: markedAt } : null

const writerOf = ({ base }: Writing<Mark>) => ({
  byId: base.by?.id ?? null,
  deviceId: base.by?.deviceId ?? null,
})

/** What this mark decides: the difference it names, or the one in which its writer now agrees with the other. */
function decided(record: Mark, { scene, base }: Writing<Mark>): string | undefined {
  const { differs } = scene
  if (!differs) return undefined
  const agrees = base.by?.id === (record.kind === differs.kind ? differs.otherId : differs.byId)
  return record.decides === differs.id || agrees ? differs.id : undefined
}

const about = ({ record: { sessionId, childId }, base }: Writing<Mark>) => ({
  sessionId,
  childId,
  at: base.receivedAt,
  by: base.by,
})

/** Takes back that the child is away, as far as nobody has got it yet. */
const withdrawAway = (writing: Writing<Mark>): Promise<void> =>
  withdrawEvents(writing.tx, eventsOf(about(writing)), 'child_absent', writing.base.receivedAt)

/** Nobody is told that a child is away while one of two says that it is there. */
async function sayDiffer(deps: Deps, writing: Writing<Mark>, otherId: string | null): Promise<void> {
  const { base } = writing
  await withdrawAway(writing)
  const carers = [otherId, base.by?.id].filter((id) => id != null)
  await tellOf(deps, writing, 'child_marks_differ', { carers, actorId: null })
}

/** The child is there: what has not gone out yet does not, and what has is put right. */
async function sayCame(deps: Deps, writing: Writing<Mark>): Promise<void> {
  const { tx } = writing
  await settleAlerts(deps, tx, about(writing), 'arrived')
  await withdrawAway(writing)
  if (await toldAway(tx, about(writing)))
    await tellOf(deps, writing, 'child_came', { key: await keyOf(writing) })
}

/** News where nobody has said it already, to every guardian but the one who said so before. */
async function sayAway(deps: Deps, writing: Writing<Mark>): Promise<void> {
  const { scene, base, record } = writing
  const decides = decided(record, writing) !== undefined
  if (scene.released || (scene.mark === 'absent' && !decides)) return
  const deliverAt = new Date(base.receivedAt.getTime() + (undoSeconds + 1) * 1000)
  await tellOf(deps, writing, 'child_absent', {
    key: await keyOf(writing),
    deliverAt,
    knows: scene.absenceBy,
  })
}

async function sayDecided(deps: Deps, writing: Writing<Mark>): Promise<void> {
  await settleAlerts(deps, writing.tx, about(writing), 'decided')
  if (writing.record.kind === 'absent') await sayAway(deps, writing)
}

/** One change of the roll call is one event, whoever of two sent it first. */
const keyOf = async ({ tx, record: { sessionId, childId } }: Writing<Mark>): Promise<string> =>
  `${sessionId}/${childId}/${await countMarks(tx, { sessionId, childId })}`
