/**
 * The promise: whatever a carer writes is kept once, however often it arrives. Each record is a transaction of its own.
 * The database decides who was first: the id of a record, `care_records_released_once` for a child in a session, and
 * the guarded update that spends a code; nothing is locked before.
 */
import type { CareRecordSent, RecordOutcome } from '@linli/contracts/care'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import type { Tx } from '../../../platform/db'
import { Problem } from '../../../platform/problem'
import { peopleOf } from '../pick-up/pickup-store'
import { isMark, mark } from './marks'
import {
  dutyOf,
  findRecord,
  isBarOf,
  type KnownRecord,
  lockMarks,
  type NewRecord,
  sceneOf,
} from './record-store'
import { release, sealDoor } from '../pick-up/release'
import { dutyRefusal, happenedAt, inOrder } from '../rules'
import type { CareNotice } from '../tell'
import { add, kept, Raced, refused, tellOf, type Writing } from './writing'

/** How often one record is looked at when others write about the same child. */
const looks = 3

/**
 * @param sentAt by the device's clock; where an older app does not say, ours is taken
 * @returns what became of each, in the order in which they were sent
 */
export async function sendRecords(
  deps: Deps,
  who: Who,
  { records: sent, sentAt }: { records: readonly CareRecordSent[]; sentAt?: string | undefined },
): Promise<RecordOutcome[]> {
  const outcomes = new Map<CareRecordSent, RecordOutcome>()
  // One look for all of them: whoever has no duty costs one statement, however much they send.
  const duty = await dutyOf(deps.db, who.accountId, {
    sessions: [...new Set(sent.map((r) => r.sessionId))],
    records: sent.map((r) => r.id),
  })
  // That a carer who is off duty wanted to hand a child over is kept, once.
  const tried = sent.find((r) => r.kind === 'release' && duty.places.includes(r.sessionId))
  const mayWrite = (record: CareRecordSent): boolean =>
    duty.sessions.includes(record.sessionId) || duty.records.includes(record.id) || record === tried
  for (const [nth, record] of inOrder(sent).entries())
    outcomes.set(
      record,
      mayWrite(record) ? await keep(deps, who, { record, nth, sentAt }) : refused(record, 'not_on_duty'),
    )
  return sent.flatMap((record) => outcomes.get(record) ?? [])
}

interface Sent {
  record: CareRecordSent
  /** In its batch. What the device's clock cannot tell apart stays in this order. */
  nth: number
  sentAt: string | undefined
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

async function write(deps: Deps, tx: Tx, who: Who, { record, nth, sentAt }: Sent): Promise<RecordOutcome> {
  const known = await findRecord(tx, record.id)
  if (known) return again(record, who, known)
  if (isMark(record)) await lockMarks(tx, record)
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
  if (record.kind === 'release') {
    const ageMs = (sentAt === undefined ? now : new Date(sentAt)).getTime() - new Date(record.at).getTime()
    return release(deps, { ...writing, record }, { offDuty: refusal, ageMs })
  }
  if (refusal) return refused(record, refusal)
  if (isMark(record)) return mark(deps, { ...writing, record })
  // What it is about may still be on its way: nothing is written, so that it can be sent again.
  if (record.kind === 'annotation' && (await findRecord(tx, record.aboutId))?.childId !== childId)
    return refused(record, null)
  // An alarm names whom it is about: not the grandmother on the list.
  if (record.kind === 'barred_seen' && !(await isBarOf(tx, record))) return refused(record, null)
  return note(deps, { ...writing, record })
}

/** The same record again says the same; an id of somebody else's is not this record. */
function again(record: CareRecordSent, who: Who, known: KnownRecord): RecordOutcome {
  if (known.byId !== who.accountId) return refused(record, null)
  return known.kind === 'refused' ? refused(record, known.refusal) : kept(record, 'kept_before')
}

type Note = Exclude<CareRecordSent, { kind: 'release' | 'present' | 'absent' }>

const notices: Partial<Record<Note['kind'], CareNotice>> = {
  health: 'child_health',
  incident: 'child_incident',
  barred_seen: 'barred_person_seen',
}

/** Everything but a mark and a hand-over. */
async function note(deps: Deps, writing: Writing<Note>): Promise<RecordOutcome> {
  const { tx, record, base } = writing
  await add(tx, { ...base, kind: record.kind, ...(await partsOf(deps, tx, record)) })
  const notice = notices[record.kind]
  if (notice) await tellOf(deps, writing, notice)
  return kept(record)
}

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
  }
}

const sealText = ({ cipher }: Pick<Deps, 'cipher'>, recordId: string, text: string): string =>
  cipher.encrypt('care_details.detail_enc', recordId, JSON.stringify({ text }))
