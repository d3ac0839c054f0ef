/** The promise: with a code of one day one named adult takes the child once, and nobody who is barred. */
import type { Relation } from '@linli/contracts/children'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { sameBytes } from '../../platform/crypto'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { dayOf } from '../../platform/shanghai'
import { listingRefusal } from './bars'
import { lockConsented } from './family'
import { hashesOf, personHash, pickupCodeHash } from './hashes'
import { endCodes, openCodes, peopleIn, putCode, removedFrom } from './pickup-store'
import { isCodeDay } from './rules'
import { tellOthers } from './tell'

/** Codes of whoever is barred now open no more. */
export async function revokeCodes(
  { cipher }: Deps,
  tx: Tx,
  childId: string,
  nameHash: Buffer,
  at: Date,
): Promise<void> {
  const codes = await openCodes(tx, childId, dayOf(at))
  const theirs = codes.filter((c) =>
    sameBytes(personHash(cipher, cipher.decrypt('pickup_codes.name_enc', c.id, c.nameEnc)), nameHash),
  )
  await endCodes(
    tx,
    theirs.map((c) => c.id),
    at,
  )
}

/** @throws Problem the codes of the contract `makePickupCode` */
export async function makePickupCode(
  deps: Deps,
  who: Who,
  childId: string,
  { day, name, relation }: { day: string; name: string; relation: Relation },
): Promise<{ code: string; day: string }> {
  const at = deps.clock.now()
  const code = deps.ids.code()
  await deps.db.transaction(async (tx) => {
    const { row, link } = await lockConsented(tx, who, childId, at)
    if (!isCodeDay(day, dayOf(at))) throw new Problem('pickup_day_impossible')
    const people = await peopleIn(tx, childId, dayOf(at))
    const removed = await removedFrom(tx, childId)
    const refusal = listingRefusal(
      deps.cipher,
      { row, link, people, removed },
      hashesOf(deps.cipher, { name }),
    )
    if (refusal) throw new Problem(refusal)
    await tellOthers(deps, tx, row, { kind: 'guardian_code_made', by: who.accountId, at })
    const id = deps.ids.id()
    await putCode(tx, {
      id,
      childId,
      day,
      codeHash: pickupCodeHash(deps.cipher, childId, day, code),
      nameEnc: deps.cipher.encrypt('pickup_codes.name_enc', id, name),
      relation,
      createdBy: who.accountId,
      at,
    })
  })
  return { code, day }
}
