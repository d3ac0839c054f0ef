/**
 * The promise: two accounts of one person become one, whole or not at all, and what was stays traceable. Two that may be
 * two people stay two until papers were seen.
 */
import type { Me } from '@linli/contracts/identity'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { JoinStatements } from '../../platform/account-rows'
import { sqlState } from '../../platform/db-errors'
import type { Tx } from '../../platform/db'
import { addJob } from '../../platform/jobs'
import { isSameName, nameForm } from '../../platform/name-form'
import { Problem } from '../../platform/problem'
import { spendCode, type Spending } from './code-store'
import { areTwo, type Proof } from './join-rules'
import * as store from './join-store'
import { demandConfirmed } from './confirmation'
import { keepOf } from './kept-names-store'
import { isStale, proofFrom } from './numbers-rules'
import { tryName } from './numbers'
import { checkCode } from './phone-codes'
import {
  accountBehindIdentity,
  type BehindNumber,
  behindNumber,
  holdsMore,
  insertIdentity,
} from './number-store'
import { contactOf, meOf } from './me'
import { unconfirm } from './store'

/** What other modules settle when two of their people become one. */
export interface JoinPorts {
  /** Every module's own rows. */
  statements: JoinStatements
  /** Of two entries of one person in one line the earlier stays, and the other leaves it. */
  oneEntryEach(deps: Deps, tx: Tx, pair: store.Pair, at: Date): Promise<void>
}

/**
 * Whoever has no code learns nothing of the number.
 * @throws Problem phone_code_wrong, phone_code_expired, join_nothing (nobody else has this number), confirm_needed,
 *   join_needs_counter; of a number that was silent for long the refusal spends the code, as a name was tried
 */
export async function joinByPhone(deps: Deps, ports: JoinPorts, who: Who, spending: Spending): Promise<Me> {
  const { db, config } = deps
  const other = await behindNumber(db, spending.phoneHash, spending.at)
  if (other?.accountId === who.accountId) return meOf(deps, who.accountId)
  if (!(await checkCode(deps, spending))) throw new Problem('phone_code_expired')
  if (!other) throw new Problem('join_nothing')
  await demandOwner(deps, who)
  const silent = isStale(other.seenAt, spending.at, config.numberStaleDays)
  if (silent && !(await hasItsName(deps, who, other))) {
    await db.transaction((tx) => spendCode(tx, spending))
    throw new Problem('join_needs_counter')
  }
  await whole(deps, async (tx) => {
    if (!(await spendCode(tx, spending))) throw new Problem('phone_code_expired')
    await join(deps, ports, tx, { from: other.accountId, into: who.accountId }, 'phone')
  })
  return meOf(deps, who.accountId)
}

/** Another way into what somebody holds is opened by nobody who only has their session. */
async function demandOwner(deps: Deps, who: Who): Promise<void> {
  if (!(await holdsMore(deps.db, who.accountId))) return
  await demandConfirmed(deps, who).catch(async (error: unknown) => {
    const { phone } = await contactOf(deps, who.accountId)
    throw phone === null ? new Problem('join_needs_counter') : error
  })
}

/** Three tries at a silent number's name, with those of signing in. */
async function hasItsName(deps: Deps, who: Who, other: BehindNumber): Promise<boolean> {
  const { name } = await contactOf(deps, who.accountId)
  return name !== null && other.nameEnc !== null && (await tryName(deps, other, name)) === 'right'
}

/** @throws Problem confirm_needed, Problem as `openidFor` does, join_needs_counter */
export async function joinByWechat(deps: Deps, ports: JoinPorts, who: Who, code: string): Promise<Me> {
  const { wechat, cipher, clock, ids } = deps
  if (!wechat) throw new Problem('wechat_not_configured')
  await demandOwner(deps, who)
  const openid = await wechat.openidFor(code)
  const subjectHash = cipher.lookup('wechat', openid)
  await whole(deps, async (tx) => {
    const other = await accountBehindIdentity(tx, subjectHash)
    if (other === who.accountId) return
    if (other) return join(deps, ports, tx, { from: other, into: who.accountId }, 'wechat')
    const id = ids.id()
    const subjectEnc = cipher.encrypt('login_identities.subject_enc', id, openid)
    await insertIdentity(tx, { id, subjectEnc, subjectHash, accountId: who.accountId, at: clock.now() })
  })
  return meOf(deps, who.accountId)
}

/**
 * What the database refuses to hold of one person is not decided by a telephone: it waits for papers. At the counter it
 * says that they are two.
 */
export async function whole(
  deps: Deps,
  work: (tx: Tx) => Promise<void>,
  refusal: 'join_needs_counter' | 'join_impossible' = 'join_needs_counter',
): Promise<void> {
  await deps.db.transaction(work).catch((error: unknown) => {
    throw sqlState(error)?.startsWith('23') ? new Problem(refusal) : error
  })
}

/**
 * Makes one account of two, in the caller's transaction.
 * @throws Problem account_leaving, join_needs_counter, or at the counter join_impossible, when the two may be two people
 */
export async function join(
  deps: Deps,
  ports: JoinPorts,
  tx: Tx,
  pair: store.Pair,
  proof: Proof,
): Promise<void> {
  const at = deps.clock.now()
  // Lines are locked before cases, and cases before accounts.
  await ports.oneEntryEach(deps, tx, pair, at)
  const rows = await store.lockPair(tx, pair)
  const [from, into] = [pair.from, pair.into].map((id) => rows.find((row) => row.id === id))
  if (!from || !into || from.gone || into.gone) throw new Problem('action_not_open')
  // Whoever asked to leave says first that they stay, by signing in.
  if (from.leavesAt || into.leavesAt) throw new Problem('account_leaving')
  const [theirs, ours] = [open(deps, from), open(deps, into)]
  const more = from.holdsMore || into.holdsMore
  const refusal = proof === 'counter' ? 'join_impossible' : 'join_needs_counter'
  const names = [theirs, ours].map(({ name }) => formOf(deps, name))
  if (
    areTwo(await store.recordsOf(tx, pair), names, proof) ||
    isAnother(theirs.name, ours.name, more && proof !== 'counter')
  )
    throw new Problem(refusal)
  for (const one of [theirs, ours]) await keepOf(deps, tx, [pair.from, pair.into], one, { leftAt: at })
  const moved = await store.moveAll(tx, ports.statements, pair, at)
  await store.fillFrom(tx, into, from, {
    nameEnc: theirs.name && deps.cipher.encrypt('accounts.name_enc', into.id, theirs.name),
    phoneEnc: theirs.phone && deps.cipher.encrypt('accounts.phone_enc', into.id, theirs.phone),
    proofFrom: proofAfter(from, into, more && proof !== 'counter', at),
  })
  if (proof !== 'counter') await tellNumbers(tx, from, into, at)
  await store.insertJoin(tx, { ...pair, id: deps.ids.id(), proof, rows: moved, at })
}

interface Contact {
  name: string | null
  phone: string | null
}

const open = ({ cipher }: Deps, row: store.JoiningRow): Contact => ({
  name: row.nameEnc && cipher.decrypt('accounts.name_enc', row.id, row.nameEnc),
  phone: row.phoneEnc && cipher.decrypt('accounts.phone_enc', row.id, row.phoneEnc),
})

/** As the names on papers are kept. */
function formOf({ cipher }: Deps, name: string | null): string | null {
  const form = name === null ? '' : nameForm(name)
  return form === '' ? null : cipher.lookup('pickup-name', form).toString('hex')
}

/** Two names are two people. Where a child or a grant is at stake, both names must be there and be one. */
const isAnother = (theirs: string | null, ours: string | null, sure: boolean): boolean =>
  theirs === null || ours === null ? sure : !isSameName(theirs, ours)

/** A number that came to a child or a grant, or they to it, is no second proof for three days. */
function proofAfter(from: store.JoiningRow, into: store.JoiningRow, fresh: boolean, at: Date): Date | null {
  if (fresh) return proofFrom(at)
  return into.phoneHash ? into.phoneProofFrom : from.phoneProofFrom
}

/** Whatever was confirmed is asked anew, and both numbers are told. */
async function tellNumbers(tx: Tx, from: store.JoiningRow, into: store.JoiningRow, at: Date): Promise<void> {
  await unconfirm(tx, into.id)
  // Of one number alone it stands on the account that stays.
  const told = [from, into].filter(({ phoneHash }) => phoneHash).length
  for (const accountId of [into.id, from.id].slice(0, told))
    await addJob(tx, 'tell_joined', { accountId }, at)
}
