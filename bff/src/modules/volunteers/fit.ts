/**
 * The promise to the modules that give out tasks: who may do something now, and what they are called. A child counts only
 * while a guardian whom staff have seen stands for it, and until it is 18.
 */
import type { PaperKind, Reach, Skill, WeekTime } from '@linli/contracts/volunteer-case'
import type { Deps } from '../../deps'
import type { FieldCipher } from '../../platform/crypto'
import type { Tx } from '../../platform/db'
import { dayOf } from '../../platform/shanghai'
import {
  type Guarded,
  guardedByAnybody,
  guardedInside,
  guardedOf,
  namesOfChildren,
} from '../children/service'
import { isMinorVolunteer } from './rules'
import * as store from './store'

export interface PaperFact {
  kind: PaperKind
  /** The last day on which it counts, `YYYY-MM-DD` in Shanghai. */
  validUntil: string
}

export interface FitVolunteer {
  /** Of the registration. */
  caseId: string
  /** The account, or the child. */
  partyId: string
  community: string
  /** In clear: shown to nobody who may not see it. */
  name: string
  isMinor: boolean
  skills: readonly Skill[]
  /** Those that nobody revoked, over or not. */
  papers: readonly PaperFact[]
}

/** Of an account itself, or a child of it. */
export interface OwnVolunteer extends FitVolunteer {
  childId: string | null
  times: readonly WeekTime[]
  reach: Reach
}

function fitOf(cipher: FieldCipher, row: store.VerifiedRow, child: Guarded | undefined): OwnVolunteer {
  const { caseId, partyId, childId, accountId, community, nameEnc, skills, times, reach, papers } = row
  const own = nameEnc && accountId ? cipher.decrypt('accounts.name_enc', accountId, nameEnc) : ''
  return {
    ...{ caseId, partyId, childId, community, skills, times, reach },
    name: child?.name ?? own,
    isMinor: childId !== null,
    papers: papers.map(({ kind, validUntil }) => ({ kind, validUntil })),
  }
}

interface Party {
  accountId: string
  childId: string | null
}

/**
 * A volunteer whom staff have verified, shared until the transaction ends: an end of the registration comes before or after
 * what the caller writes.
 * @param party the account, and the child where its guardian acts for it
 * @returns undefined who is none, or whose guardian this account is not (any more)
 */
export async function fitInside(
  deps: Pick<Deps, 'cipher'>,
  tx: Tx,
  party: Party,
  at: Date,
): Promise<FitVolunteer | undefined> {
  await store.holdVerified(tx, party.childId ?? party.accountId)
  return fitNow(deps, tx, party, at)
}

/** The same without holding it, for whoever looks again before it counts. */
export async function fitNow(
  { cipher }: Pick<Deps, 'cipher'>,
  tx: Tx,
  { accountId, childId }: Party,
  at: Date,
): Promise<FitVolunteer | undefined> {
  const child = childId === null ? undefined : await guardedInside(cipher, tx, accountId, childId)
  if (childId !== null && (!child || !isMinorVolunteer(child.birthDate, dayOf(at)))) return undefined
  const row = await store.verifiedInside(tx, childId ?? accountId)
  return row && fitOf(cipher, row, child)
}

/** Of these children those who are none any more: grown up, or without a guardian whose word counts. */
export async function noVolunteersAnyMore(
  { cipher }: Pick<Deps, 'cipher'>,
  tx: Tx,
  childIds: readonly string[],
  at: Date,
): Promise<string[]> {
  const guarded = await guardedByAnybody(cipher, tx, childIds)
  const still = guarded.filter(({ birthDate }) => isMinorVolunteer(birthDate, dayOf(at)))
  return childIds.filter((childId) => !still.some(({ id }) => id === childId))
}

/** A child that waits, whoever its guardians are by now. */
export async function fitChildNow(
  { cipher }: Pick<Deps, 'cipher'>,
  tx: Tx,
  childId: string,
  at: Date,
): Promise<FitVolunteer | undefined> {
  const [child] = await guardedByAnybody(cipher, tx, [childId])
  if (!child || child.isFrozen || !isMinorVolunteer(child.birthDate, dayOf(at))) return undefined
  const row = await store.verifiedInside(tx, childId)
  return row && fitOf(cipher, row, child)
}

/** As whom an account volunteers: itself first, then its children. */
export async function volunteerOf(
  { db, cipher, clock }: Pick<Deps, 'db' | 'cipher' | 'clock'>,
  accountId: string,
): Promise<OwnVolunteer[]> {
  const at = clock.now()
  const children = (await guardedOf(cipher, db, accountId, at)).filter(({ birthDate }) =>
    isMinorVolunteer(birthDate, dayOf(at)),
  )
  const rows = await store.verifiedOf(db, [accountId, ...children.map(({ id }) => id)])
  return rows.map((row) =>
    fitOf(
      cipher,
      row,
      children.find(({ id }) => id === row.childId),
    ),
  )
}

/** What volunteers are called, in clear, by party; whoever is gone is left out. The caller has justified the reading. */
export async function namesOf(
  { cipher }: Pick<Deps, 'cipher'>,
  tx: Tx,
  partyIds: readonly string[],
): Promise<Map<string, string>> {
  const accounts = await store.accountNames(tx, partyIds)
  const names = await namesOfChildren(cipher, tx, partyIds)
  for (const { id, nameEnc } of accounts)
    if (nameEnc) names.set(id, cipher.decrypt('accounts.name_enc', id, nameEnc))
  return names
}
