/**
 * The promise: a child's data is kept by consent and changed by those who may; another name or birth date ends what staff
 * verified, a grade belongs to its school year, and a child that is here already is noticed (docs/product.md › Two guardians).
 */
import { type Child, consentVersion, type Relation } from '@linli/contracts/children'
import { problems } from '@linli/contracts/problems'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { sameBytes } from '../../platform/crypto'
import type { Tx } from '../../platform/db'
import { sqlState } from '../../platform/db-errors'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import type { Limit } from '../../platform/rate-limit'
import { dayOf } from '../../platform/shanghai'
import { getChild, lockConsented } from './family'
import { insertLink } from './guardian-store'
import { identityHash } from './hashes'
import { circumstancesOf, isBirthDate, mostChildren, reclaim, schoolYearOf, unverifiedOf } from './rules'
import { type Circumstances, type EmergencyContact, open, type Particulars, seal } from './sealed'
import type { ChildRow } from './row'
import { insertChild, insertConsent, lockAccount, renameChild, updateChild } from './store'
import { type GuardianNotice, tellOthers } from './tell'

/** Whoever types names to learn which children are here comes not far. */
const names: Limit = { name: 'child-names', max: 20, windowSeconds: 86_400 }

async function mayName(deps: Deps, who: Who): Promise<void> {
  await deps.rates.within([[names, who.accountId]])
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
  idempotency: Idempotency,
  { relation, consent, ...given }: GivenProfile & { relation: Relation; consent: { version: number } },
): Promise<Child> {
  const at = deps.clock.now()
  await mayName(deps, who)
  const id = await deps.db.transaction(async (tx) => {
    const fresh = deps.ids.id()
    const known = await claim(tx, idempotency, fresh, at)
    if (known) return known
    mustBeCurrent(consent.version)
    mustBeBorn(given.birthDate, at)
    const account = await lockAccount(tx, who.accountId)
    if (!account?.community) throw new Problem('community_needed')
    if (account.children >= mostChildren) throw new Problem('too_many_children')
    const circumstances = reclaim({ claimed: [], verified: [] }, given.circumstances)
    const { community } = account
    await insertChild(tx, {
      id: fresh,
      identityHash: new Uint8Array(identityHash(deps.cipher, { community, ...given })),
      gradeYear: schoolYearOf(dayOf(at)),
      community,
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

/**
 * A grade that is sent is the one of this school year.
 * @throws Problem the codes of the contract `changeChild`
 */
export async function changeChild(deps: Deps, who: Who, id: string, change: ProfileChange): Promise<Child> {
  const at = deps.clock.now()
  if (change.birthDate !== undefined) mustBeBorn(change.birthDate, at)
  if (change.name !== undefined || change.birthDate !== undefined) await mayName(deps, who)
  await deps.db
    .transaction(async (tx) => {
      const { row } = await lockConsented(tx, who, id, at)
      await write(deps, tx, row, { change, by: who.accountId, at })
    })
    .catch((error: unknown) => {
      // The other record of this child is in the same programme.
      if (sqlState(error) === '23505') throw new Problem('child_needs_papers')
      throw error
    })
  return getChild(deps, who, id)
}

async function write(
  deps: Deps,
  tx: Tx,
  row: ChildRow,
  { change, by, at }: { change: ProfileChange; by: string; at: Date },
): Promise<void> {
  const year = schoolYearOf(dayOf(at))
  const before = open(deps.cipher, row)
  const given = givenOf(row, before, change)
  const seen = circumstancesOf(row, before.circumstances, year)
  const [was, is] = [before.profile, given].map((p) =>
    identityHash(deps.cipher, { community: row.community, name: p.name, birthDate: p.birthDate }),
  ) as [Buffer, Buffer]
  const renamed = !sameBytes(was, is)
  const circumstances = reclaim(renamed ? { ...seen, verified: [] } : seen, given.circumstances)
  const after = particularsOf(given, circumstances)
  await updateChild(tx, row.id, {
    nickname: given.nickname,
    ...seal(deps.cipher, row.id, after),
    unverified: unverifiedOf(circumstances),
    activeAt: at,
    ...(change.grade !== undefined && { gradeYear: year }),
    verifiedYear: year,
  })
  if (renamed) await renameChild(tx, row.id, { identityHash: new Uint8Array(is), at })
  for (const kind of toldOf(before, after)) await tellOthers(deps, tx, row, { kind, by, at })
}

function givenOf(
  row: ChildRow,
  { profile, health, contacts, circumstances }: Particulars,
  change: ProfileChange,
): GivenProfile {
  return {
    nickname: change.nickname ?? row.nickname,
    name: change.name ?? profile.name,
    birthDate: change.birthDate ?? profile.birthDate,
    // Without a word about it the grade stays what was said, and when.
    grade: change.grade ?? profile.grade,
    allergies: change.allergies ?? health.allergies ?? undefined,
    medication: change.medication ?? health.medication ?? undefined,
    emergencyContacts: change.emergencyContacts ?? contacts,
    circumstances: change.circumstances ?? circumstances.claimed,
  }
}

/** What the other guardian is told of a change: of health and contacts apart, for on these a life may hang. */
function toldOf(before: Particulars, after: Particulars): GuardianNotice[] {
  const differs = (key: keyof Particulars): boolean =>
    JSON.stringify(before[key]) !== JSON.stringify(after[key])
  return [
    ...(differs('health') ? (['guardian_health_changed'] as const) : []),
    ...(differs('contacts') ? (['guardian_contacts_changed'] as const) : []),
    ...(differs('profile') || before.circumstances.claimed.join() !== after.circumstances.claimed.join()
      ? (['guardian_profile_changed'] as const)
      : []),
  ]
}
