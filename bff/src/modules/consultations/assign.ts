/**
 * The promise: a question lies with a desk and is given to somebody of it who is there and advises nobody against its
 * person, decided while everybody of that desk is held (docs/locks.md); whoever is passed over is not told why, nor is
 * whoever asked.
 */
import { officesFrom } from '@linli/contracts/ladder'
import type { Role } from '@linli/contracts/roles'
import type { Deps } from '../../deps'
import type { FieldCipher } from '../../platform/crypto'
import type { Tx } from '../../platform/db'
import { nameForm } from '../../platform/name-form'
import type { Sender } from '../../platform/rows'
import { dayOf } from '../../platform/shanghai'
import { settingsInside } from '../divisions/service'
import * as store from './assign-store'
import { deskRoles } from './policy'
import { inOrder, isAway, isConflict, isThere, type Sides } from './rules'

export interface Wanted {
  caseId: string
  community: string
  /** By when it has to be answered. */
  dueAt: Date
  /** Who is not to have it, e.g. whoever gives it away. */
  but: readonly string[]
  at: Date
}

export type Given = Pick<store.Handing, 'office' | 'to'>

/** The desk, and who of it can be given the case now; the case is locked by the caller. */
export async function findHandler(
  deps: Pick<Deps, 'cipher'>,
  tx: Tx,
  { caseId, community, dueAt, but, at }: Wanted,
): Promise<Given> {
  const desks = officesFrom(community)
  const all = inOrder(await store.candidatesAt(tx, desks, dayOf(at)))
  const { office_hours: hours, calendar_days: announced } = await settingsInside(tx, community)
  const own = all[0]?.division ?? desks[1] ?? community
  for (const desk of new Set(all.map(({ division }) => division))) {
    const there = all.filter(
      (one) =>
        one.division === desk &&
        !but.includes(one.accountId) &&
        !isAway(one, dayOf(at)) &&
        isThere(one, [at, dueAt], { hours, announced }),
    )
    const ids = there.map(({ accountId }) => accountId)
    const free = await freeAmong(deps, tx, ids, { caseId, office: desk, roles: deskRoles, at })
    const to = there.find(({ accountId }) => free.includes(accountId))
    if (to) return { office: desk, to }
  }
  return { office: own, to: null }
}

/** Can this one have it? Held until the transaction ends. */
export const isFree = async (
  deps: Pick<Deps, 'cipher'>,
  tx: Tx,
  accountId: string,
  about: About,
): Promise<boolean> => (await freeAmong(deps, tx, [accountId], about)).length > 0

export interface About {
  caseId: string
  /** The office by which they would have it, and the callings that count there. */
  office: string
  roles: readonly Role[]
  at: Date
}

/**
 * Those who can have it: not whoever asks, nor who advises against them, nor who lost their office while somebody waited
 * for them. Held until the transaction ends.
 */
export async function freeAmong(
  { cipher }: Pick<Deps, 'cipher'>,
  tx: Tx,
  accountIds: readonly string[],
  { caseId, office, roles, at }: About,
): Promise<string[]> {
  const sides = await sidesOf(cipher, tx, caseId)
  const others = accountIds.filter((accountId) => accountId !== sides.subjectId)
  if (others.length === 0) return []
  await store.lockAdvisers(tx, others, at)
  const there = new Set(await store.holdersAmong(tx, others, office, roles))
  const barred = barredBy(await standingOf(cipher, tx, others), caseId, sides)
  return others.filter((accountId) => there.has(accountId) && !barred.has(accountId))
}

/** Those who could have it by what they work on now; a look, that holds nobody: it is for whoever only hears of it. */
export async function unbarredAmong(
  { cipher }: Pick<Deps, 'cipher'>,
  tx: Tx,
  accountIds: readonly string[],
  caseId: string,
): Promise<string[]> {
  const sides = await sidesOf(cipher, tx, caseId)
  const barred = barredBy(await standingOf(cipher, tx, accountIds), caseId, sides)
  return accountIds.filter((accountId) => accountId !== sides.subjectId && !barred.has(accountId))
}

/** Of these cases, those in which somebody is barred by what they work on now; a look, that holds nobody. */
export async function barredCases(
  { cipher, db }: Pick<Deps, 'cipher' | 'db'>,
  accountId: string,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const cases = await store.sidesOf(db.client, caseIds)
  const theirs = await standingOf(cipher, db.client, [accountId])
  const isBarred = (row: (typeof cases)[number]): boolean =>
    barredBy(theirs, row.caseId, sidesIn(cipher, partyOf(row))).size > 0
  return new Set(cases.filter(isBarred).map(({ caseId }) => caseId))
}

interface Standing {
  /** What they work on, but for one case that is asked about. */
  matters: readonly { caseId: string; handlerId: string; sides: Sides }[]
  /** On which side of what they are themselves: named by whoever asks, or asking against them. */
  own: readonly { handlerId: string; sides: Sides }[]
}

/** By two statements, however many people it is about and however much they have. */
async function standingOf(
  cipher: FieldCipher,
  sender: Sender,
  accountIds: readonly string[],
): Promise<Standing> {
  const [matters, own] = [
    await store.mattersOf(sender, accountIds),
    await store.ownSidesOf(sender, accountIds),
  ]
  return {
    matters: matters.map((row) => ({ ...row, sides: sidesIn(cipher, row) })),
    own: own.map((row) => ({ ...row, sides: sidesIn(cipher, { ...row, personId: row.handlerId }) })),
  }
}

/** Who of them cannot have this case. */
const barredBy = ({ matters, own }: Standing, caseId: string, sides: Sides): ReadonlySet<string> =>
  new Set(
    [...matters.filter((matter) => matter.caseId !== caseId), ...own]
      .filter((one) => isConflict(sides, one.sides))
      .map(({ handlerId }) => handlerId),
  )

async function sidesOf(
  cipher: FieldCipher,
  sender: Sender,
  caseId: string,
): Promise<Sides & { subjectId: string }> {
  const [row] = await store.sidesOf(sender, [caseId])
  if (!row) return { subjectId: '', person: null, opposite: null }
  return { subjectId: row.subjectId, ...sidesIn(cipher, partyOf(row)) }
}

const partyOf = <Row extends { subjectId: string }>(row: Row) => ({ ...row, personId: row.subjectId })

const sidesIn = (
  cipher: FieldCipher,
  { personId, personName, oppositeHash }: Pick<store.MatterRow, 'personId' | 'personName' | 'oppositeHash'>,
): Sides => ({
  person:
    personName === null
      ? null
      : oppositeOf(cipher, cipher.decrypt('accounts.name_enc', personId, personName)),
  opposite: oppositeHash && Buffer.from(oppositeHash),
})

/** The keyed hash by which two ways to write one name are the same; null where nothing in it counts. */
export function oppositeOf(cipher: FieldCipher, name: string): Buffer | null {
  const form = nameForm(name)
  return form === '' ? null : cipher.lookup('opposite', form)
}
