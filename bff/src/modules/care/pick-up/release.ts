/**
 * The promise: a child goes home once, with somebody who may take it; whoever may not is on the record, and those who
 * must know are told (docs/product.md › After-school care).
 */
import type { CareRecordSent, RecordOutcome, ReleaseRefusal } from '@linli/contracts/care'
import type { Deps } from '../../../deps'
import { countPickupGuess, spendPickupCode } from '../../children/service'
import { settleAlerts } from '../alerts/alert-raise'
import { type AtDoor, whoIsAtDoor } from './pickup'
import type { DoorDetail } from './pickup-rules'
import { childRefusal, leadsClass } from '../rules'
import { type CareNotice } from '../tell'
import { add, kept, Raced, refused, tellOf, type Writing } from '../records/writing'

type Release = Extract<CareRecordSent, { kind: 'release' }>

/**
 * @param offDuty why this carer may not write about this child at all
 * @param ageMs how long ago it was when it was sent, by the device's own clock
 */
export async function release(
  deps: Deps,
  writing: Writing<Release>,
  { offDuty, ageMs }: { offDuty: ReleaseRefusal | undefined; ageMs: number },
): Promise<RecordOutcome> {
  const { tx, record, scene, base } = writing
  const early = offDuty ?? childRefusal(scene)
  if (early) return refuse(deps, writing, early)
  const { childId, day } = scene
  const door = await whoIsAtDoor(deps, tx, record, { childId, day, leads: leadsClass(scene, base.at), ageMs })
  // Nothing has happened yet: the carer looks, and sends a record with what they decided.
  if (door.refusal === 'person_alike') return { ...refused(record, door.refusal), alike: door.alike }
  if (door.refusal) return refuse(deps, writing, door.refusal, door)
  await add(tx, {
    ...base,
    kind: 'released',
    method: record.by.method,
    personId: door.person?.id ?? null,
    guardianId: door.guardian?.id ?? null,
    detailEnc: sealDoor(deps, base.id, door.detail),
  })
  // After the release, which is the child's: a code that went in this moment takes the release back with it.
  if (door.code && !(await spendPickupCode(tx, door.code.id, base.at))) throw new Raced()
  const { sessionId, receivedAt, by } = base
  await settleAlerts(deps, tx, { sessionId, childId, at: receivedAt, by }, 'picked_up')
  await tellOf(deps, writing, 'child_released')
  if (record.by.method === 'override') await tellOf(deps, writing, 'release_overridden')
  return kept(record)
}

export const sealDoor = ({ cipher }: Pick<Deps, 'cipher'>, recordId: string, detail: DoorDetail): string =>
  cipher.encrypt('care_details.detail_enc', recordId, JSON.stringify(detail))

/** Refusals that say something about who came, not about the carer or the child. */
const alarms: Partial<Record<ReleaseRefusal, CareNotice>> = {
  person_barred: 'barred_person_seen',
  person_not_listed: 'release_refused',
  person_not_valid_today: 'release_refused',
  guardian_not_verified: 'release_refused',
  code_wrong: 'release_refused',
  code_used: 'release_refused',
  code_other_day: 'release_refused',
}

async function refuse(
  deps: Deps,
  writing: Writing<Release>,
  refusal: ReleaseRefusal,
  door?: AtDoor,
): Promise<RecordOutcome> {
  const { tx, record, scene, base } = writing
  await add(tx, {
    ...base,
    kind: 'refused',
    refusal,
    method: record.by.method,
    personId: door?.person?.id ?? null,
    guardianId: door?.guardian?.id ?? null,
    ...(door && { detailEnc: sealDoor(deps, base.id, door.detail) }),
  })
  if (refusal === 'code_wrong') await countPickupGuess(tx, scene.childId, scene.day)
  const alarm = alarms[refusal]
  if (alarm) await tellOf(deps, writing, alarm)
  return refused(record, refusal)
}
