/**
 * The promise: what somebody did for others stands on a paper that says only what was confirmed, of which anybody can learn
 * whether it still counts, and nothing more; a correction takes it back in the same transaction (`withdraw_service_records`).
 */
import type { ServedHours, ServiceRecord } from '@linli/contracts/service-records'
import type { Deps } from '../../deps'
import type { Asker } from '../../http/asker'
import type { Who } from '../../http/context'
import { recordFiles } from '../../http/limits'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { type Read, readOf } from '../../platform/read'
import { dayOf } from '../../platform/shanghai'
import { lockCases } from '../cases/service'
import { childrenOf, guardedInside, guardedOf } from '../children/service'
import { directory } from '../divisions/service'
import { contactOf, countGuess } from '../identity/service'
import { recordPaper } from './paper'
import * as store from './store'

const shownTasks = 100
/** A paper of some thirty pages. */
const mostTasks = 1_000

interface Party {
  /** The account, or the child. */
  partyId: string
  childId: string | null
  name: string | null
}

/** Oneself first, then the children for whom one's word counts. */
async function partiesOf(deps: Deps, accountId: string): Promise<Party[]> {
  const children = await guardedOf(deps.cipher, deps.db, accountId, deps.clock.now())
  const { name } = await contactOf(deps, accountId)
  return [
    { partyId: accountId, childId: null, name },
    ...children.map((child) => ({ partyId: child.id, childId: child.id, name: child.name })),
  ]
}

/** Somebody's own hours, and each child's that has any. */
export async function listMyHours(deps: Deps, who: Who): Promise<{ people: ServedHours[]; today: string }> {
  const parties = await partiesOf(deps, who.accountId)
  const ids = parties.map(({ partyId }) => partyId)
  const [tasks, months, records, divisions, children] = await Promise.all([
    store.servedBy(deps.db, ids, shownTasks),
    store.monthsOf(deps.db, ids),
    store.recordsOf(deps.db, ids),
    directory(deps),
    parties.length > 1 ? childrenOf(deps, who.accountId) : [],
  ])
  const people = parties.map(({ partyId, childId }): ServedHours => {
    const own = months.filter((row) => row.partyId === partyId)
    return {
      childId,
      nickname: children.find(({ id }) => id === childId)?.nickname ?? null,
      halves: own.reduce((sum, { halves }) => sum + halves, 0),
      months: own.map(({ month, halves }) => ({ month, halves })),
      tasks: tasks
        .filter((row) => row.partyId === partyId)
        .map(({ caseId, on, kind, title, community, halves }) => ({
          ...{ caseId, on, kind, title, halves },
          communityName: divisions.find(community)?.name ?? '',
        })),
      records: records.filter((row) => (row.childId ?? row.accountId) === partyId).map(present),
    }
  })
  return {
    people: people.filter(({ childId, halves, records: own }) => !childId || halves > 0 || own.length > 0),
    today: dayOf(deps.clock.now()),
  }
}

const present = ({
  code: _code,
  accountId: _account,
  issuedAt,
  withdrawnAt,
  ...row
}: store.RecordRow): ServiceRecord => ({
  ...row,
  issuedAt: issuedAt.toISOString(),
  withdrawnAt: withdrawnAt?.toISOString() ?? null,
})

/**
 * The registration for which staff have seen the papers: the name on the paper is the one that they saw, since nobody who
 * is verified renames themselves.
 * @throws Problem record_not_verified
 */
async function verifiedOf(read: Read, partyId: string) {
  const registration = await store.registrationOf(read, partyId)
  if (!registration) throw new Problem('record_not_verified')
  return registration
}

interface Asked {
  childId: string | null
  fromDay: string | null
  toDay: string | null
}

/** @throws Problem not_found (no such child), record_not_verified, record_name_needed, record_empty, record_too_long, invalid_request */
export async function issueServiceRecord(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: Asked,
): Promise<ServiceRecord> {
  const fresh = deps.ids.id()
  const { name } = await contactOf(deps, who.accountId)
  const id = await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const known = await claim(tx, idempotency, fresh, at)
    if (known) return known
    const span = spanOf(asked, dayOf(at))
    if (asked.childId !== null) await mustGuard(deps, tx, who, asked.childId)
    else if (name === null) throw new Problem('record_name_needed')
    await verifiedOf(readOf(tx), asked.childId ?? who.accountId)
    await issue(deps, tx, { id: fresh, who, childId: asked.childId, span, at })
    return fresh
  })
  const row = await store.findRecord(deps.db.statement, id)
  if (!row) throw new Problem('not_found')
  return present(row)
}

/** @throws Problem invalid_request */
function spanOf({ fromDay, toDay }: Asked, today: string): store.Span {
  const span = { fromDay, toDay: toDay ?? today }
  const fault = (path: string, code: string, message: string) => [{ path, code, message }]
  if (span.toDay > today)
    throw new Problem('invalid_request', undefined, fault('body.toDay', 'too_big', '最晚到今天'))
  if (fromDay !== null && fromDay > span.toDay)
    throw new Problem(
      'invalid_request',
      undefined,
      fault('body.fromDay', 'too_big', '开始的一天要在结束之前'),
    )
  return span
}

/** @throws Problem not_found */
async function mustGuard({ cipher }: Deps, tx: Tx, who: Who, childId: string): Promise<void> {
  if (!(await guardedInside(cipher, tx, who.accountId, childId))) throw new Problem('not_found')
}

interface Issuing {
  id: string
  who: Who
  childId: string | null
  span: store.Span
  at: Date
}

/** The tasks are held, as whoever says hours of them does, and read once more: what is corrected meanwhile is seen. */
async function issue(deps: Deps, tx: Tx, { id, who, childId, span, at }: Issuing): Promise<void> {
  const cases = await store.casesServed(tx, childId ?? who.accountId, span, mostTasks + 1)
  if (cases.length > mostTasks) throw new Problem('record_too_long')
  const ids = cases.map((one) => one.id)
  await lockCases(tx, ids)
  const items = await store.servedIn(tx, ids)
  const [first] = items
  if (!first) throw new Problem('record_empty')
  await store.insertRecord(tx, {
    id,
    code: deps.ids.code(),
    accountId: childId === null ? who.accountId : null,
    childId,
    fromDay: span.fromDay ?? first.on,
    toDay: span.toDay,
    items,
    at,
  })
}

/** @throws Problem not_found, record_withdrawn, record_not_verified, record_name_needed, too_many_requests */
export async function readServiceRecord(deps: Deps, who: Who, id: string) {
  const row = await store.findRecord(deps.db.statement, id)
  const party = row && (await partiesOf(deps, who.accountId)).find((one) => isOf(row, one))
  if (!row || !party) throw new Problem('not_found')
  if (row.withdrawnAt !== null) throw new Problem('record_withdrawn')
  if (party.name === null) throw new Problem('record_name_needed')
  await deps.rates.within([[recordFiles, who.accountId]])
  const [items, registration, divisions] = await Promise.all([
    store.itemsOf(deps.db, id),
    verifiedOf(deps.db.statement, party.partyId),
    directory(deps),
  ])
  const pdf = await recordPaper({
    ...row,
    name: party.name,
    registration: registration.number,
    issuer: divisions.find(registration.community)?.fullName ?? '',
    operator: deps.config.operator.name ?? null,
    items: items.map((item) => ({ ...item, communityName: divisions.find(item.community)?.name ?? '' })),
    verifyAt: `${deps.config.publicUrl}/verify`,
  })
  return { fileName: `志愿服务记录证明-${row.number}.pdf`, base64: pdf.toString('base64') }
}

const isOf = ({ accountId, childId }: store.RecordRow, party: Party): boolean =>
  childId === null ? party.childId === null && accountId === party.partyId : childId === party.childId

/** @throws Problem proof_needed, too_many_requests */
export async function verifyServiceRecord(
  deps: Deps,
  asker: Asker,
  { number, code }: { number: string; code: string },
): Promise<{ valid: boolean }> {
  await countGuess(deps, asker, 'record')
  return { valid: await store.isValid(deps.db, number, code) }
}
