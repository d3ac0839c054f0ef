/** The children of a demonstration community, with guardians, consents and who may pick them up. */
import { type Circumstance, consentVersion } from '@linli/contracts/children'
import { addDays, dayOf } from '../../../bff/src/platform/shanghai'
import type { FieldCipher } from '../../../bff/src/platform/crypto'
import { seal } from '../../../bff/src/modules/children/sealed'
import { personHash } from '../../../bff/src/modules/children/service'
import { personName, seedPhone } from '../names'
import { diceFor, uuidOf, type Dice } from '../random'

export interface ChildSeed {
  id: string
  /** The account that filed it: the first guardian. */
  guardianId: string
  circumstances: Circumstance[]
}

export interface Family {
  key: string
  guardianId: string
  relation: 'mother' | 'father'
  /** A second guardian, verified too. */
  second?: { accountId: string; relation: 'grandparent'; name: string }
  named?: readonly string[]
}

const nicknames = ['小雨', '阳阳', '乐乐', '豆豆', '朵朵', '壮壮', '米粒', '安安', '果果', '童童'] as const
const allergies = ['花生', '牛奶', '芒果', '青霉素'] as const
const kinds = ['left_behind', 'hardship', 'disability', 'both_parents_work', 'relocated'] as const

interface Making {
  cipher: FieldCipher
  community: string
  staffId: string
  now: Date
  at: Date
}

const circumstancesOf = (dice: Dice): Circumstance[] => (dice.next() < 0.3 ? [dice.pick(kinds)] : [])

function childRow({ cipher, community, now, at }: Making, family: Family, index: number, nickname: string) {
  const key = `child ${family.key} ${index}`
  const dice = diceFor(key)
  const grade = dice.between(1, 6)
  const born = addDays(dayOf(now), -Math.round((grade + 6.2) * 365.25) - dice.between(0, 200))
  const circumstances = circumstancesOf(dice)
  const contact = {
    name: personName(dice),
    phone: seedPhone('keeper', 500_000 + dice.between(0, 99_999)),
    relation: 'relative' as const,
  }
  const sealed = seal(cipher, uuidOf(key), {
    profile: { name: personName(dice), birthDate: born, grade },
    health: { allergies: dice.next() < 0.2 ? dice.pick(allergies) : null, medication: null },
    contacts: [contact],
    circumstances: { claimed: circumstances, verified: circumstances },
  })
  const row = {
    id: uuidOf(key),
    community_code: community,
    nickname,
    profile_enc: sealed.profileEnc,
    health_enc: sealed.healthEnc,
    contacts_enc: sealed.contactsEnc,
    circumstances_enc: sealed.circumstancesEnc,
    unverified: 0,
    created_by: family.guardianId,
    created_at: at,
    active_at: now,
  }
  return { row, circumstances }
}

function guardianRows({ staffId, at }: Making, family: Family, childId: string) {
  const row = (accountId: string, place: number, relation: string) => ({
    id: uuidOf(`guardian ${childId} ${place}`),
    child_id: childId,
    account_id: accountId,
    place,
    relation,
    created_at: at,
    verified_by: staffId,
    verified_at: at,
  })
  return [
    row(family.guardianId, 1, family.relation),
    ...(family.second ? [row(family.second.accountId, 2, family.second.relation)] : []),
  ]
}

/** The grandparent picks up; a named family also lists a neighbour. */
function pickupRows({ cipher, at, now }: Making, family: Family, childId: string) {
  const row = (name: string, relation: string, id = uuidOf(`pickup ${childId} ${name}`)) => ({
    id,
    child_id: childId,
    kind: 'listed',
    name_enc: cipher.encrypt('pickup_people.name_enc', id, name),
    name_hash: `\\x${personHash(cipher, name).toString('hex')}`,
    phone_enc: null,
    phone_hash: null,
    relation,
    valid_from: addDays(dayOf(now), -30),
    valid_to: null,
    created_by: family.guardianId,
    created_at: at,
  })
  const dice = diceFor(`pickup ${childId}`)
  return [
    ...(family.second ? [row(family.second.name, 'grandparent')] : []),
    row(personName(dice), 'relative'),
  ]
}

/** Rows by table, in the order in which they have to be inserted. */
export function childrenOf(making: Making, families: readonly Family[]) {
  const children: ReturnType<typeof childRow>['row'][] = []
  const guardians: ReturnType<typeof guardianRows> = []
  const pickup: ReturnType<typeof pickupRows> = []
  const seeds: ChildSeed[] = []
  families.forEach((family, turn) => {
    const names = family.named ?? [nicknames[turn % nicknames.length] ?? nicknames[0]]
    names.forEach((nickname, index) => {
      const { row, circumstances } = childRow(making, family, index, nickname)
      children.push(row)
      guardians.push(...guardianRows(making, family, row.id))
      pickup.push(...pickupRows(making, family, row.id))
      seeds.push({ id: row.id, guardianId: family.guardianId, circumstances })
    })
  })
  const consents = seeds.map((child) => ({
    child_id: child.id,
    guardian_id: child.guardianId,
    version: consentVersion,
    decision: 'granted',
    at: making.at,
  }))
  return { seeds, tables: { children, guardians, consents, pickup_people: pickup } }
}
