/**
 * The promise: whatever a carer writes is kept once, however often it arrives. Each record is a transaction of its own.
 * The database decides who was first: the id of a record, `care_records_released_once` for a child in a session, and
 * the guarded update that spends a code; nothing is locked before.
 */
import type { CareRecordSent, RecordOutcome } from '@linli/contracts/care'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { peopleOf } from './pickup-store'
import { findRecord, type KnownRecord, type NewRecord, type Scene, sceneOf } from './record-store'
import { release, sealDoor } from './release'
import { dutyRefusal, happenedAt, inOrder } from './rules'
import type { CareNotice } from './tell'
import { add, kept, Raced, refused, tellOf, type Writing } from './writing'

/** How often one record is looked at when others write about the same child. */
const looks = 3

/** @returns what became of each, in the order in which they were sent */
export async function sendRecords(
  deps: Deps,
  who: Who,
  sent: readonly CareRecordSent[],
): Promise<RecordOutcome[]> {
  const outcomes = new Map<CareRecordSent, RecordOutcome>()
  for (const [nth, record] of inOrder(sent).entries())
    outcomes.set(record, await keep(deps, who, { record, nth }))
  return sent.flatMap((record) => outcomes.get(record) ?? [])
}

interface Sent {
  record: CareRecordSent
  /** In its batch. What the device's clock cannot tell apart stays in this order. */
  nth: number
}

async function keep(deps: Deps, who: Who, sent: Sent): Promise<RecordOutcome> {
  for (let look = 1; look <= looks; look++) {
    try {
      return await deps.db.transaction((tx) => write(deps, tx, who, sent))
    } catch (error) {
      if (!(error instanceof Raced)) throw error
    }
  }
  throw new Problem('busy')
}

async function write(deps: Deps, tx: Tx, who: Who, { record, nth }: Sent): Promise<RecordOutcome> {
  const known = await findRecord(tx, record.id)
  if (known) return again(record, who, known)
  const scene = await sceneOf(tx, record, who.accountId)
  // For whom no grant reaches the community none of this exists, and nothing is written about a child unknown here.
  if (!scene?.badge) return refused(record, 'not_on_duty')
  const { caseId, badge } = scene
  if (!caseId) return refused(record, 'other_class')
  const now = deps.clock.now()
  const receivedAt = new Date(now.getTime() + nth)
  const at = happenedAt(new Date(record.at), scene, now)
  const by = { id: who.accountId, name: badge, deviceId: who.deviceId ?? null }
  const { id, sessionId, childId } = record
  const writing = { tx, scene, base: { id, sessionId, childId, caseId, at, receivedAt, by } }
  const refusal = dutyRefusal(record.kind, scene, at, now)
  if (record.kind === 'release') return release(deps, { ...writing, record }, refusal)
  if (refusal) return refused(record, refusal)
  // What it is about may still be on its way: nothing is written, so that it can be sent again.
  if (record.kind === 'annotation' && (await findRecord(tx, record.aboutId))?.childId !== childId)
    return refused(record, null)
  return note(deps, { ...writing, record })
}

/** The same record again says the same; an id of somebody else's is not this record. */
function again(record: CareRecordSent, who: Who, known: KnownRecord): RecordOutcome {
  if (known.byId !== who.accountId) return refused(record, null)
  return known.kind === 'refused' ? refused(record, known.refusal) : kept(record, 'kept_before')
}

type Note = Exclude<CareRecordSent, { kind: 'release' }>

const notices: Partial<Record<Note['kind'], CareNotice>> = {
  health: 'child_health',
  incident: 'child_incident',
  barred_seen: 'barred_person_seen',
}

/** Everything but a hand-over. */
async function note(deps: Deps, writing: Writing<Note>): Promise<RecordOutcome> {
  const { tx, record, scene, base } = writing
  await add(tx, { ...base, kind: record.kind, ...(await partsOf(deps, tx, record)) })
  const notice = notices[record.kind]
  if (record.kind === 'absent') {
    if (isNews(scene, base.at))
      await tellOf(deps, writing, 'child_absent', `${record.sessionId}/${record.childId}`)
  } else if (notice) await tellOf(deps, writing, notice)
  return kept(record)
}

/** An absence that a guardian said before, or that a later roll call has overtaken, is none. */
const isNews = ({ markedAt, released, absenceReported }: Scene, at: Date): boolean =>
  !absenceReported && !released && (markedAt === null || markedAt <= at)

async function partsOf(deps: Deps, tx: Tx, record: Note): Promise<Partial<NewRecord>> {
  switch (record.kind) {
    case 'health':
    case 'incident':
      return { detailEnc: sealText(deps, record.id, record.text) }
    case 'annotation':
      return { detailEnc: sealText(deps, record.id, record.text), aboutId: record.aboutId }
    case 'barred_seen': {
      const person = (await peopleOf(tx, record.childId)).find((p) => p.id === record.personId)
      if (!person) return {}
      const name = deps.cipher.decrypt('pickup_people.name_enc', person.id, person.nameEnc)
      return { personId: person.id, detailEnc: sealDoor(deps, record.id, { person: name }) }
    }
    default:
      return {}
  }
}

const sealText = ({ cipher }: Pick<Deps, 'cipher'>, recordId: string, text: string): string =>
  cipher.encrypt('care_details.detail_enc', recordId, JSON.stringify({ text }))
