/**
 * The promise to the other modules: of a child they learn what their work needs, opened at the moment of asking, and
 * never of a child that was erased.
 */
import type { Circumstance, Relation } from '@linli/contracts/children'
import type { Deps } from '../../deps'
import type { FieldCipher } from '../../platform/crypto'
import { isSameName } from '../../platform/name-form'
import type { Db, Tx } from '../../platform/db'
import { dayOf } from '../../platform/shanghai'
import { guardianHashes, isGuardian } from './hashes'
import { codesOfDay, type PersonRow, peopleOf } from './pickup-store'
import { mayDecide } from './policy'
import { circumstancesOf, gradeOf, isConsented, schoolYearOf } from './rules'
import { type EmergencyContact, open } from './sealed'
import type { ChildRow, LinkRow } from './row'
import { childrenIn, childrenOfAccount, childrenWith, lockChild, whoRefused } from './store'
import { tellOthers } from './tell'

export type { DoorShown } from './bars'
export { doorShownTo, readableChild, readableChildren } from './family'
export {
  type Guarded,
  guardedByAnybody,
  guardedInside,
  guardedOf,
  lockGuarded,
  namesOfChildren,
} from './guarded'
export { countPickupGuess, spendPickupCode } from './pickup-store'
export { personHash, pickupCodeHash, pickupCodeHashes } from './hashes'
export { knownAs } from './row'

/** What the module needs of others and must not know; `app.ts` puts it in. */
export interface ChildPorts {
  /** Takes the child out of every programme, line and draw, in this transaction. */
  leaveEverything(deps: Deps, tx: Tx, who: { accountId: string }, childId: string, at: Date): Promise<void>
}

export interface ChildFacts {
  id: string
  nickname: string
  community: string
  birthDate: string
  grade: number
  verified: Circumstance[]
  claimed: Circumstance[]
  /** The consent in force is the current version. */
  consented: boolean
  /** Whose word counts: not that of an unknown guardian beside a known one. */
  mayDecide: boolean
  /** Nobody reads it, and nothing begins: one of two guardians took the consent back or asked to erase. */
  frozen: boolean
  /** Another record of this child stands before this one, until staff have looked. */
  doubled: boolean
  createdAt: Date
}

/** The children of a guardian, in the order in which they were added. */
export async function childrenOf(
  { db, cipher, clock }: Pick<Deps, 'db' | 'cipher' | 'clock'>,
  accountId: string,
): Promise<ChildFacts[]> {
  const now = clock.now()
  const year = schoolYearOf(dayOf(now))
  const rows = await childrenOfAccount(db, accountId, now)
  return rows.map((row) => {
    const { profile, circumstances } = open(cipher, row)
    return {
      id: row.id,
      nickname: row.nickname,
      community: row.community,
      birthDate: profile.birthDate,
      grade: gradeOf(row, profile, year).grade,
      ...circumstancesOf(row, circumstances, year),
      consented: isConsented(row.consent),
      mayDecide: row.links.some((link) => link.accountId === accountId && mayDecide(link, row)),
      frozen: row.freeze !== null,
      doubled: row.doubled,
      createdAt: row.createdAt,
    }
  })
}

/** Tells the other guardian of what one did to a case of the child: a place or a number in line given up. */
export async function tellOfCase(
  deps: Pick<Deps, 'ids'>,
  tx: Tx,
  { childId, caseId, by, at }: { childId: string; caseId: string; by: string; at: Date },
): Promise<void> {
  const [row] = await childrenIn(tx, [childId])
  if (row) await tellOthers(deps, tx, row, { kind: 'guardian_left_place', by, at, caseId })
}

/** Tells the other guardian that one said the child would not come, or took it back: it might be waited for at home. */
export async function tellOfAbsence(
  deps: Deps,
  tx: Tx,
  { childId, absent, by, at }: { childId: string; absent: boolean; by: string; at: Date },
): Promise<void> {
  const [row] = await childrenIn(tx, [childId])
  const kind = absent ? 'guardian_absence_said' : 'guardian_absence_taken_back'
  if (row) await tellOthers(deps, tx, row, { kind, by, at })
}

/**
 * Locks a child until the transaction ends.
 * @returns who took the consent back, if that was the last word about it
 */
export async function refusedBy(tx: Tx, childId: string): Promise<string | undefined> {
  await lockChild(tx, childId)
  return whoRefused(tx, childId)
}

export interface GuardianFact {
  /** Of the link. */
  id: string
  accountId: string
  name: string | null
  relation: Relation
  phone: string | null
  /** Staff have seen the papers; another name of the child does not undo that at the door. */
  verified: boolean
  /** The barred person that this guardian is, by name or telephone. */
  barredAs: string | null
}

export interface CareFacts {
  childId: string
  name: string
  birthDate: string
  nickname: string
  allergies: string | null
  medication: string | null
  emergencyContacts: EmergencyContact[]
  guardians: GuardianFact[]
  /** Listed and good on the day. */
  pickupPeople: { id: string; name: string; relation: Relation; phone: string | null }[]
  barredPeople: { id: string; name: string }[]
  /** Who comes with the code of the day. */
  delegate: { codeId: string; name: string; relation: Relation } | null
}

/**
 * What those on duty need of their children on a day. The caller has justified the reading and recorded it.
 * @param inside children that are in the building: of them it is read until they are handed over, frozen or not
 * @returns by child id; an erased child is missing, and one that is frozen
 */
export async function careFactsOf(
  db: Db,
  cipher: FieldCipher,
  childIds: readonly string[],
  day: string,
  inside: ReadonlySet<string> = new Set(),
): Promise<Map<string, CareFacts>> {
  const [all, people, codes] = await Promise.all([
    childrenWith(db, childIds),
    peopleOf(db, childIds, day),
    codesOfDay(db, childIds, day),
  ])
  const rows = all.filter((row) => !row.freeze || inside.has(row.id))
  return new Map(
    rows.map((row) => {
      const code = codes.find((c) => c.childId === row.id)
      const delegate = code && {
        codeId: code.id,
        name: cipher.decrypt('pickup_codes.name_enc', code.id, code.nameEnc),
        relation: code.relation,
      }
      const own = people.filter((p) => p.childId === row.id)
      return [row.id, { ...factsOf(cipher, row, own, day), delegate: delegate ?? null }]
    }),
  )
}

function factsOf(
  cipher: FieldCipher,
  row: ChildRow,
  people: readonly PersonRow[],
  day: string,
): Omit<CareFacts, 'delegate'> {
  const { profile, health, contacts } = open(cipher, row)
  const nameOf = (p: PersonRow): string => cipher.decrypt('pickup_people.name_enc', p.id, p.nameEnc)
  const phoneOf = (p: PersonRow): string | null =>
    p.phoneEnc && cipher.decrypt('pickup_people.phone_enc', p.id, p.phoneEnc)
  const barred = people
    .filter((p) => p.kind === 'barred')
    .map((p) => ({ id: p.id, name: nameOf(p), phone: phoneOf(p), row: p }))
  return {
    childId: row.id,
    name: profile.name,
    birthDate: profile.birthDate,
    nickname: row.nickname,
    ...health,
    emergencyContacts: contacts,
    guardians: row.links.map((link) => guardianOf(cipher, link, barred)),
    pickupPeople: people
      .filter((p) => p.kind === 'listed' && p.validFrom <= day)
      .map((p) => ({
        id: p.id,
        name: nameOf(p),
        relation: p.relation ?? 'other',
        phone: phoneOf(p),
      })),
    barredPeople: barred.map(({ id, name }) => ({ id, name })),
  }
}

function guardianOf(
  cipher: FieldCipher,
  link: LinkRow,
  barred: readonly { id: string; name: string; phone: string | null; row: PersonRow }[],
): GuardianFact {
  const { id, accountId, nameEnc, phoneEnc, relation, knownAt } = link
  const name = nameEnc && cipher.decrypt('accounts.name_enc', accountId, nameEnc)
  const phone = phoneEnc && cipher.decrypt('accounts.phone_enc', accountId, phoneEnc)
  const self = guardianHashes(cipher, link)
  const same = barred.find(
    (b) => (name && isSameName(b.name, name)) || (phone && b.phone === phone) || isGuardian(self, b.row),
  )
  const verified = knownAt !== null
  return { id, accountId, name, relation, phone, verified, barredAs: same?.id ?? null }
}
