/**
 * The promise: the staff of a community keep one register of its elders; whoever is on it is on the roster, and whoever
 * reads of them is on record. For everybody else an elder does not exist.
 */
import type { ElderContact, ElderPage, ListedElder } from '@linli/contracts/visit-register'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { maskPhone } from '../../platform/crypto'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { dayOf } from '../../platform/shanghai'
import { readersOfElder } from '../cases/service'
import { community } from '../divisions/service'
import { type GrantFact, grantsInside } from '../identity/service'
import { linksOf } from './family-store'
import { quietMinutes } from './mine'
import { takeRoster } from './month-store'
import { badgeIn, managesIn } from './policy'
import { contactOf, nameOf, onRecord, presentElder, presentVisit, type View, viewsOf } from './present'
import { shownVisits } from './record'
import { hasLeft, monthOf } from './rules'
import { elderById, type ElderRow, eldersOf, visitorsIn } from './store'
import { visitsOf } from './visit-store'

export interface Place {
  community: string
  communityName: string
  today: string
  grants: readonly GrantFact[]
  badge: string
}

/** @throws Problem not_found for whom the elders of a community do not exist */
export async function placeOf(deps: Deps, tx: Tx, who: Who, code: string): Promise<Place> {
  const grants = await grantsInside(tx, who.accountId)
  const badge = badgeIn(grants, code)
  if (badge === undefined) throw new Problem('not_found')
  const { name } = await community(deps, code)
  return { community: code, communityName: name, today: dayOf(deps.clock.now()), grants, badge }
}

/** @throws Problem not_found for whom this elder does not exist */
export async function elderIn(
  deps: Deps,
  tx: Tx,
  who: Who,
  id: string,
): Promise<{ elder: ElderRow; place: Place }> {
  const elder = await elderById(tx, id)
  if (!elder) throw new Problem('not_found')
  return { elder, place: await placeOf(deps, tx, who, elder.community) }
}

type Names = ReadonlyMap<string, string>

/** The badges of whoever works in a community, by their account. */
const namesIn = async (tx: Tx, { community, today }: Place): Promise<Names> =>
  new Map((await visitorsIn(tx, community, today)).map(({ id, name }) => [id, name]))

const listed = (deps: Deps, view: View, place: Place, names: Names): ListedElder => {
  const { visitorId, state } = view.elder
  const name = visitorId === null ? undefined : names.get(visitorId)
  return {
    ...presentElder(deps, view, place.communityName),
    state,
    // Whoever works here no more visits nobody: the staff see that somebody is needed.
    visitor: visitorId !== null && name !== undefined ? { id: visitorId, name } : null,
  }
}

export async function listElders(
  deps: Deps,
  who: Who,
  { community: code, show = 'all' }: { community: string; show?: 'all' | 'urgent' | 'left' | undefined },
): Promise<{ today: string; elders: ListedElder[] }> {
  return deps.db.transaction(async (tx) => {
    const place = await placeOf(deps, tx, who, code)
    await takeRoster(tx, code, monthOf(deps.clock.now()), deps.clock.now())
    const there = (await eldersOf(tx, code)).filter(
      (elder) => elder.nameEnc !== null && hasLeft(elder.state) === (show === 'left'),
    )
    const views = (await viewsOf(tx, there, place.today)).filter(({ urgent }) => show !== 'urgent' || urgent)
    const shown = views.map(({ elder }) => elder)
    await onRecord(deps, tx, who.accountId, shown, { badge: () => place.badge, quietMinutes })
    const names = await namesIn(tx, place)
    return { today: place.today, elders: views.map((view) => listed(deps, view, place, names)) }
  })
}

export const getElder = (deps: Deps, who: Who, id: string): Promise<ElderPage> =>
  deps.db.transaction((tx) => readElder(deps, tx, who, id))

/** Inside the transaction that changed it, so that the answer is what was written. */
export async function readElder(deps: Deps, tx: Tx, who: Who, id: string): Promise<ElderPage> {
  const { elder, place } = await elderIn(deps, tx, who, id)
  await onRecord(deps, tx, who.accountId, [elder], { badge: () => place.badge, quietMinutes: 1 })
  const [view] = await viewsOf(tx, [elder], place.today)
  if (!view) throw new Problem('not_found')
  const manage = managesIn(place.grants, elder.community)
  return {
    ...listed(deps, view, place, await namesIn(tx, place)),
    since: elder.since,
    refusedUntil: elder.refusedUntil,
    listedOn: elder.listedOn,
    together: await togetherWith(deps, tx, elder),
    visits: (await visitsOf(tx, id, shownVisits)).map((row) => presentVisit(deps, row)),
    family: manage ? await familyOf(deps, tx, id) : [],
    readers: (await readersOfElder(tx, id, 20)).map(({ at, reader }) => ({ at: at.toISOString(), reader })),
    can: { record: !hasLeft(elder.state), manage },
  }
}

export const familyOf = async ({ cipher }: Deps, tx: Tx, elderId: string) =>
  (await linksOf(tx, elderId)).map(({ id, relation, phoneEnc, agreed }) => ({
    id,
    relation,
    phone: maskPhone(cipher.decrypt('visit_family.phone_enc', id, phoneEnc)),
    agreed,
  }))

const togetherWith = async (deps: Deps, tx: Tx, { id, community: code, household }: ElderRow) =>
  (await eldersOf(tx, code))
    .filter((other) => other.household === household && other.id !== id && !hasLeft(other.state))
    .map((other) => ({ id: other.id, name: nameOf(deps, other) }))

/** @throws Problem not_found */
export const readElderContact = (deps: Deps, who: Who, id: string): Promise<ElderContact> =>
  deps.db.transaction(async (tx) => {
    const { elder, place } = await elderIn(deps, tx, who, id)
    await onRecord(deps, tx, who.accountId, [elder], { badge: () => place.badge, quietMinutes: 1 })
    return contactOf(deps, elder)
  })
