/** Who stands at the door: recognised by keyed hashes, named only in the record that is sealed. */
import type { CareRecordSent, LookAlike } from '@linli/contracts/care'
import type { Deps } from '../../../deps'
import type { FieldCipher } from '../../../platform/crypto'
import type { Tx } from '../../../platform/db'
import { personHash, pickupCodeHashes } from '../../children/service'
import { lookAtDoor } from './door-look'
import {
  type Claim,
  type DayCode,
  type DoorDetail,
  type GuardianLink,
  judgePerson,
  type Verdict,
} from './pickup-rules'
import { codesOf, guardianOf, peopleOf } from './pickup-store'
import type { ListedRow } from './row'

type Release = Extract<CareRecordSent, { kind: 'release' }>
type ReleaseBy = Release['by']

export interface AtDoor extends Verdict {
  detail: DoorDetail
  alike: LookAlike[]
}

/** @param leads the carer leads the child's class at this moment */
export async function whoIsAtDoor(
  { cipher }: Pick<Deps, 'cipher'>,
  tx: Tx,
  { by, looked }: Pick<Release, 'by' | 'looked'>,
  { childId, day, leads, ageMs }: { childId: string; day: string; leads: boolean; ageMs: number },
): Promise<AtDoor> {
  const people = await peopleOf(tx, childId)
  const codes = by.method === 'code' ? await codesSaid(cipher, tx, { childId, day, code: by.code }) : []
  const guardian =
    by.method === 'guardian' ? await guardianSaid(cipher, tx, childId, by.guardianId) : undefined
  const first = judgePerson(claimOf(cipher, by, { leads, guardian }), { people, codes }, day)
  const detail = detailOf(cipher, by, first, { people, codes, guardian })
  const look = lookAtDoor(cipher, { by, looked }, first, detail.person, { people, day, ageMs })
  return {
    ...look.verdict,
    alike: look.alike,
    detail: { ...detail, ...(look.looked.length > 0 && { looked: look.looked }) },
  }
}

function claimOf(
  cipher: FieldCipher,
  by: ReleaseBy,
  { leads, guardian }: { leads: boolean; guardian: GuardianSaid | undefined },
): Claim {
  if (by.method === 'guardian') return { method: 'guardian', guardian }
  if (by.method !== 'override') return by
  return { method: 'override', nameHash: hex(personHash(cipher, by.name)), leads }
}

const hex = (hash: Buffer): string => hash.toString('hex')

type GuardianSaid = GuardianLink & { name: string | null }

async function guardianSaid(
  cipher: FieldCipher,
  tx: Tx,
  childId: string,
  id: string,
): Promise<GuardianSaid | undefined> {
  const row = await guardianOf(tx, childId, id)
  if (!row) return undefined
  const { accountId, nameEnc, ...link } = row
  const name = nameEnc && cipher.decrypt('accounts.name_enc', accountId, nameEnc)
  return { ...link, name, nameHash: name && hex(personHash(cipher, name)) }
}

type CodeSaid = DayCode & { name: string | null }

async function codesSaid(
  cipher: FieldCipher,
  tx: Tx,
  { childId, day, code }: { childId: string; day: string; code: string },
): Promise<CodeSaid[]> {
  const rows = await codesOf(tx, childId, day)
  return rows.map(({ codeHash, nameEnc, ...row }) => {
    const name = nameEnc && cipher.decrypt('pickup_codes.name_enc', row.id, nameEnc)
    return {
      ...row,
      matches: pickupCodeHashes(cipher, childId, row.day, code).some((each) => hex(each) === codeHash),
      name,
      nameHash: name && hex(personHash(cipher, name)),
    }
  })
}

function detailOf(
  cipher: FieldCipher,
  by: ReleaseBy,
  { person, code }: Verdict,
  {
    people,
    codes,
    guardian,
  }: { people: readonly ListedRow[]; codes: readonly CodeSaid[]; guardian: GuardianSaid | undefined },
): DoorDetail {
  if (by.method === 'override') {
    const { name, relation, called, reason } = by
    return { person: name, relation, called, reason }
  }
  if (code) {
    const name = codes.find((c) => c.id === code.id)?.name
    return { relation: code.relation, ...(name && { person: name }) }
  }
  if (guardian) return { relation: guardian.relation, ...(guardian.name && { person: guardian.name }) }
  const row = people.find((p) => p.id === person?.id)
  if (!row) return {}
  return {
    person: cipher.decrypt('pickup_people.name_enc', row.id, row.nameEnc),
    ...(row.relation && { relation: row.relation }),
  }
}
