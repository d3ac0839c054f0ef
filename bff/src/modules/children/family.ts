/** The promise: a child's data is kept by consent, changed by those who may, and read by its guardians. */
import { type Child, type ChildSummary, consentVersion, type Relation } from '@linli/contracts/children'
import { problems } from '@linli/contracts/problems'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Intent } from '../../platform/once'
import { Problem } from '../../platform/problem'
import { dayOf } from '../../platform/shanghai'
import { insertLink } from './guardian-store'
import { peopleOf } from './pickup-store'
import { linkOf, mayDecide } from './policy'
import { childOf, summaryOf } from './present'
import { isBirthDate, isConsented, mostChildren, reclaim, unverifiedOf } from './rules'
import { type Circumstances, type EmergencyContact, open, seal } from './sealed'
import {
  type ChildRow,
  childrenOfAccount,
  findChild,
  insertChild,
  insertConsent,
  type LinkRow,
  lockAccount,
  lockChild,
  updateChild,
} from './store'

export async function listChildren({ db }: Deps, who: Who): Promise<ChildSummary[]> {
  return (await childrenOfAccount(db, who.accountId)).map((row) => summaryOf(row, who.accountId))
}

/** @throws Problem not_found for everybody but its guardians */
export async function ownChild({ db }: Pick<Deps, 'db'>, who: Who, id: string): Promise<ChildRow> {
  const row = await findChild(db, id)
  if (!row || !linkOf(row.links, who.accountId)) throw new Problem('not_found')
  return row
}

/** @throws Problem not_found */
export async function getChild(deps: Deps, who: Who, id: string): Promise<Child> {
  const row = await ownChild(deps, who, id)
  const people = await peopleOf(deps.db, [id], dayOf(deps.clock.now()))
  return childOf(row, people, who.accountId, deps.cipher)
}

export interface Locked {
  row: ChildRow
  link: LinkRow
}

/**
 * Locks a child for a guardian who may decide about it.
 * @throws Problem not_found, guardian_not_verified
 */
export async function lockOwn(tx: Tx, who: Who, id: string): Promise<Locked> {
  const row = await lockChild(tx, id)
  const link = row && linkOf(row.links, who.accountId)
  if (!row || !link) throw new Problem('not_found')
  if (!mayDecide(link, row.links)) throw new Problem('guardian_not_verified')
  return { row, link }
}

/** The same for a write that adds to what is kept. @throws Problem consent_needed, and those of `lockOwn` */
export async function lockConsented(tx: Tx, who: Who, id: string): Promise<Locked> {
  const locked = await lockOwn(tx, who, id)
  if (!isConsented(locked.row.consent)) throw new Problem('consent_needed')
  return locked
}

export interface GivenProfile {
  nickname: string
  name: string
  birthDate: string
  grade: number
  allergies?: string | undefined
  medication?: string | undefined
  emergencyContacts: EmergencyContact[]
  circumstances: Circumstances['claimed']
}

/** @throws Problem the codes of the contract `addChild` */
export async function addChild(
  deps: Deps,
  who: Who,
  intent: Intent,
  { relation, consent, ...given }: GivenProfile & { relation: Relation; consent: { version: number } },
): Promise<Child> {
  const at = deps.clock.now()
  const id = await deps.db.transaction(async (tx) => {
    const fresh = deps.ids.id()
    const known = await claim(tx, intent, fresh, at)
    if (known) return known
    mustBeCurrent(consent.version)
    mustBeBorn(given.birthDate, at)
    const account = await lockAccount(tx, who.accountId)
    if (!account?.community) throw new Problem('community_needed')
    if (account.children >= mostChildren) throw new Problem('too_many_children')
    const circumstances = reclaim({ claimed: [], verified: [] }, given.circumstances)
    await insertChild(tx, {
      id: fresh,
      community: account.community,
      nickname: given.nickname,
      ...seal(deps.cipher, fresh, particularsOf(given, circumstances)),
      unverified: unverifiedOf(circumstances),
      createdBy: who.accountId,
      at,
    })
    await insertLink(tx, { id: deps.ids.id(), childId: fresh, accountId: who.accountId, relation, at })
    const granted = { version: consent.version, decision: 'granted' }
    await insertConsent(tx, { childId: fresh, guardianId: who.accountId, ...granted, at })
    return fresh
  })
  return getChild(deps, who, id)
}

const particularsOf = (given: GivenProfile, circumstances: Circumstances) => ({
  profile: { name: given.name, birthDate: given.birthDate, grade: given.grade },
  health: { allergies: given.allergies || null, medication: given.medication || null },
  contacts: given.emergencyContacts,
  circumstances,
})

/** @throws Problem consent_outdated when the words have changed since they were read */
export function mustBeCurrent(version: number): void {
  if (version !== consentVersion) throw new Problem('consent_outdated', { version: consentVersion })
}

function mustBeBorn(birthDate: string, at: Date): void {
  if (isBirthDate(birthDate, dayOf(at))) return
  const code = 'birth_date_impossible'
  throw new Problem(code, undefined, [{ path: 'body.birthDate', code, message: problems[code].title }])
}

/** `undefined` keeps what is known. */
export type ProfileChange = { [Key in keyof GivenProfile]?: GivenProfile[Key] | undefined }

/** @throws Problem not_found, guardian_not_verified, consent_needed, birth_date_impossible */
export async function changeChild(deps: Deps, who: Who, id: string, change: ProfileChange): Promise<Child> {
  const at = deps.clock.now()
  if (change.birthDate !== undefined) mustBeBorn(change.birthDate, at)
  await deps.db.transaction(async (tx) => {
    const { row } = await lockConsented(tx, who, id)
    const before = open(deps.cipher, row)
    const given: GivenProfile = {
      nickname: change.nickname ?? row.nickname,
      name: change.name ?? before.profile.name,
      birthDate: change.birthDate ?? before.profile.birthDate,
      grade: change.grade ?? before.profile.grade,
      allergies: change.allergies ?? before.health.allergies ?? undefined,
      medication: change.medication ?? before.health.medication ?? undefined,
      emergencyContacts: change.emergencyContacts ?? before.contacts,
      circumstances: change.circumstances ?? before.circumstances.claimed,
    }
    const circumstances = reclaim(before.circumstances, given.circumstances)
    await updateChild(tx, id, {
      nickname: given.nickname,
      ...seal(deps.cipher, id, particularsOf(given, circumstances)),
      unverified: unverifiedOf(circumstances),
      activeAt: at,
    })
  })
  return getChild(deps, who, id)
}
