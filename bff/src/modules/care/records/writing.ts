/** One record on its way into the books, and what is said of it. */
import type { CareRecordSent, RecordOutcome, ReleaseRefusal } from '@linli/contracts/care'
import type { Deps } from '../../../deps'
import type { Tx } from '../../../platform/db'
import { insertRecord, type NewRecord, type Scene } from './record-store'
import { type CareNotice, type Event, tell } from '../tell'

/** Somebody else wrote the same id or released the same child in this moment: everything is looked at anew. */
export class Raced extends Error {}

export interface Writing<Sent extends CareRecordSent = CareRecordSent> {
  tx: Tx
  record: Sent
  scene: Scene
  /** What every record of this carer about this child begins with. */
  base: Omit<NewRecord, 'kind'>
}

/** @throws Raced */
export async function add(tx: Tx, record: NewRecord): Promise<void> {
  if (!(await insertRecord(tx, record))) throw new Raced()
}

/** @param more whatever is not as usual; the key names the event where one record is not one event */
export function tellOf(
  deps: Deps,
  { tx, scene, base }: Omit<Writing, 'record'>,
  notice: CareNotice,
  { key = base.id, ...more }: Partial<Pick<Event, 'key' | 'deliverAt' | 'carers' | 'actorId' | 'knows'>> = {},
): Promise<void> {
  const { programmeId, community, day } = scene
  const { id: recordId, sessionId, caseId, childId, receivedAt: at, by } = base
  return tell(deps, tx, notice, {
    key,
    recordId,
    sessionId,
    caseId,
    childId,
    programmeId,
    community,
    day,
    at,
    actorId: by?.id ?? null,
    ...more,
  })
}

export const kept = ({ id }: CareRecordSent, outcome: 'kept' | 'kept_before' = 'kept'): RecordOutcome => ({
  id,
  outcome,
  refusal: null,
})

/** @param refusal null where no reason of a hand-over fits */
export const refused = ({ id }: CareRecordSent, refusal: ReleaseRefusal | null): RecordOutcome => ({
  id,
  outcome: 'refused',
  refusal,
})
