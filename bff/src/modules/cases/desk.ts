/** The promise: staff see what waits in their division by due time; a supervisor sees the same without the people. */
import type { CaseSummary, DeskKind } from '@linli/contracts/cases'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Turn } from '../../platform/cursor'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import { addDays, dayOf, startOfDay } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { isPartnerOf, isStaffOf, isSupervisorOf } from '../identity/policy'
import { contactOf, grantsOf } from '../identity/service'
import { insertAccess, insertChildAccess } from './access-store'
import { type CountedKind, deskCases, deskCounts, type Own, type DeskScope, waitingIn } from './desk-store'
import { hydrate } from './hydrate'
import { capacityOf, contactIdOf, proxyOf } from './policy'
import { isContactJustified, summaryOf } from './present'
import { turnOf } from './row'
import { findCase } from './store'

const pageSize = 50

export interface Desk {
  cases: CaseSummary[]
  counts: Record<CountedKind, number>
  next: Turn | undefined
}

/**
 * A partner unit sees what is asked of its own hall, and nothing beside it.
 * @throws Problem not_found where the reader has no grant that reaches the division
 */
export async function deskList(
  deps: Deps,
  who: Who,
  asked: { division: string; show: DeskKind },
  after: Turn | undefined,
): Promise<Desk> {
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  const sees = isStaffOf(grants, asked.division) || isSupervisorOf(grants, asked.division)
  const mayRead = sees || isPartnerOf(grants, asked.division)
  if (!mayRead || !divisions.find(asked.division)) throw new Problem('not_found')
  const now = deps.clock.now()
  const scope = scopeOf(deps, asked.division, sees ? null : ownOf(deps, who.accountId), now)
  const [rows, counts] = await Promise.all([
    deskCases(deps.db, scope, asked.show, after, pageSize + 1),
    deskCounts(deps.db, scope),
  ])
  const { page, last } = pageOf(rows, pageSize)
  return {
    cases: (await hydrate(deps, deps.db.statement, page)).map((one) => summaryOf(one, divisions, now, false)),
    counts,
    next: last && turnOf(last, last.sort),
  }
}

/** What stands on the desk of a division. */
function scopeOf(deps: Deps, division: string, own: Own | null, now: Date): DeskScope {
  const today = dayOf(now)
  return {
    division,
    own,
    now,
    dayStart: startOfDay(today),
    dayEnd: startOfDay(addDays(today, 1)),
    types: deskTypes(deps),
    takesPlace: onDesk(deps).flatMap(({ type, takesPlaceIn = [] }) =>
      takesPlaceIn.map((state) => `${type}/${state}`),
    ),
    tookPlace: onDesk(deps).flatMap(({ type, takesPlaceIn, states }) =>
      takesPlaceIn === undefined
        ? []
        : Object.entries(states)
            .filter(([, { is, refused }]) => is === 'finished' && refused !== true)
            .map(([state]) => `${type}/${state}`),
    ),
  }
}

/** The services whose cases staff read by their own address. */
export const onDesk = ({ kinds }: Deps) => [...kinds.values()].filter((kind) => kind.readByStaff)
const deskTypes = (deps: Deps): string[] => onDesk(deps).map(({ type }) => type)

/** What of any service this account organises as a partner unit. */
function ownOf(deps: Deps, accountId: string): Own {
  const conditions = (account: string) =>
    onDesk(deps).flatMap(({ type, organises }) =>
      organises ? [`c.type = '${type}' AND ${organises(account)}`] : [],
    )
  return { accountId, where: (account) => conditions(account).join(' OR ') || 'false' }
}

/** What lies below another of them is counted there. */
const widest = (codes: readonly string[]): string[] =>
  [...new Set(codes)].filter((code) => !codes.some((above) => above !== code && code.startsWith(above)))

/** How many requests wait in what a person is staff of, and for their own hall elsewhere; null for everybody else. */
export async function deskWaiting(deps: Deps, accountId: string): Promise<number | null> {
  const grants = await grantsOf(deps, accountId)
  const codesWhere = (is: typeof isStaffOf) =>
    grants.map((g) => g.division).filter((code) => is(grants, code))
  const mine = widest(codesWhere(isStaffOf))
  const halls = widest(codesWhere(isPartnerOf)).filter((code) => !isStaffOf(grants, code))
  if (mine.length + halls.length === 0) return null
  const types = deskTypes(deps)
  const [asStaff, asUnit] = await Promise.all([
    waitingIn(deps.db, mine, types),
    halls.length === 0 ? 0 : waitingIn(deps.db, halls, types, ownOf(deps, accountId)),
  ])
  return asStaff + asUnit
}

/**
 * The subject's name and telephone, or those of a child's guardian, whose reading all its guardians see. The access record is written before the answer is made (docs/product.md › Rule 6).
 * @throws Problem not_found, contact_not_justified (not staff of it, or the case is closed)
 */
export async function readContact(deps: Deps, who: Who, id: string) {
  const [row, grants] = await Promise.all([findCase(deps.db, id), grantsOf(deps, who.accountId)])
  const [seen] = await hydrate(deps, deps.db.statement, row ? [row] : [])
  const capacity = seen && capacityOf(seen, who.accountId, grants)
  if (!row || !capacity) throw new Problem('not_found')
  const at = deps.clock.now()
  const contactId = contactIdOf(row)
  if (capacity.reader !== 'staff' || !contactId || !isContactJustified(seen, at))
    throw new Problem('contact_not_justified')
  const by = { readerId: who.accountId, readerName: capacity.badge, at }
  const read = { id: deps.ids.id(), tag: 'contact' as const, caseId: id }
  if (row.childId !== null)
    await insertChildAccess(deps.db, { ...by, reads: [{ ...read, childId: row.childId }] })
  else await insertAccess(deps.db, { ...by, ...read, subjectId: contactId })
  const proxyId = proxyOf(row)
  if (proxyId === undefined) return { ...(await contactOf(deps, contactId)), proxy: null }
  await insertAccess(deps.db, { ...by, ...read, id: deps.ids.id(), subjectId: proxyId })
  return { ...(await contactOf(deps, contactId)), proxy: await contactOf(deps, proxyId) }
}
