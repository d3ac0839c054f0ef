/**
 * The promise: a number opens an account only while it is its owner's. One that nobody used for long asks for the name
 * first, and whoever does not know it begins anew; the old account waits for papers.
 */
import type { Me } from '@linli/contracts/identity'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { sqlState } from '../../platform/db-errors'
import type { Tx } from '../../platform/db'
import { addJob } from '../../platform/jobs'
import { isSameName } from '../../platform/name-form'
import { Problem } from '../../platform/problem'
import { spendCode, type Spending } from './code-store'
import * as store from './number-store'
import { isKnownDevice } from './budget-store'
import { holdsAnything } from './holdings-store'
import { keepLeft } from './kept-names-store'
import { isStale, proofFrom } from './numbers-rules'
import { checkCode } from './phone-codes'
import { meOf } from './me'
import { endOthers } from './counter-store'
import { accountOfPhone, findAccount } from './store'

/** What somebody says of themselves when a number was silent for long. */
export interface Said {
  name?: string | undefined
  /** It is not theirs, or the name is forgotten: a new account. */
  anew?: boolean | undefined
}

/** How a number that has just proved itself opens: its account, or a new one while the old one is set aside. */
export type Door = { aside: store.BehindNumber | undefined }

/**
 * Whether the code alone is enough. Asked only of whoever had the right code, so it tells nobody else that there is an
 * account. An account that holds nothing but its number (`holdings-store.ts`) opens as before, and so does any on a device that
 * was signed in to it. Nothing is set aside by a name that was not compared.
 * @throws Problem name_needed, name_wrong, anew_needed
 */
export async function doorOf(
  deps: Deps,
  phoneHash: Buffer,
  said: Said,
  device: string | undefined,
): Promise<Door> {
  const found = await store.behindNumber(deps.db, phoneHash, deps.clock.now())
  if (!found || !isStale(found.seenAt, deps.clock.now(), deps.config.numberStaleDays))
    return { aside: undefined }
  if (device && (await isKnownDevice(deps.db, phoneHash, device))) return { aside: undefined }
  if (found.nameEnc === null && !(await holdsAnything(deps.db, found.accountId))) return { aside: undefined }
  if (said.anew) return { aside: found }
  if (found.nameEnc === null) throw new Problem('anew_needed')
  if (said.name === undefined) throw new Problem('name_needed')
  const tried = await tryName(deps, found, said.name)
  if (tried === 'right') return { aside: undefined }
  if (tried === mostTries) return { aside: found }
  throw new Problem('name_wrong', { triesLeft: tried === 'over' ? 0 : mostTries - tried })
}

/**
 * Compares a name with that of a silent number's account. Each try is counted before, wherever it is made; the right one is
 * given back. @returns which wrong one it was; `over` when it was not compared, as three were wrong
 */
export async function tryName(
  { db, cipher }: Pick<Deps, 'db' | 'cipher'>,
  { id, accountId, nameEnc }: Pick<store.BehindNumber, 'id' | 'accountId' | 'nameEnc'>,
  said: string,
): Promise<'right' | 'over' | number> {
  const tried = await store.takeTry(db, id)
  if (tried === undefined || nameEnc === null) return 'over'
  if (!isSameName(cipher.decrypt('accounts.name_enc', accountId, nameEnc), said)) return tried
  await store.giveTryBack(db, id)
  return 'right'
}

const mostTries = 3

/** The account that a number opens, in the transaction that spends its code. */
export async function accountThrough(
  deps: Deps,
  tx: Tx,
  { aside }: Door,
  proven: { phone: string; phoneHash: Buffer; at: Date },
): Promise<string> {
  const { phone, phoneHash, at } = proven
  if (aside) {
    const formerPhoneEnc = deps.cipher.encrypt('accounts.former_phone_enc', aside.id, phone)
    await store.setAside(tx, { id: aside.id, formerPhoneEnc, phoneHash })
  }
  const id = deps.ids.id()
  const phoneEnc = deps.cipher.encrypt('accounts.phone_enc', id, phone)
  const accountId = await accountOfPhone(tx, { id, phoneEnc, phoneHash, at })
  await store.markSeen(tx, phoneHash, at)
  return accountId
}

/**
 * Another number, proved by a code to it; the old one is told of it, and every other session ends.
 * @throws Problem phone_code_wrong, phone_code_expired, phone_taken (another account has it: the two can be joined)
 */
export async function changePhone(deps: Deps, who: Who, phone: string, spending: Spending): Promise<Me> {
  const account = await findAccount(deps.db, who.accountId)
  const { phoneHash, at } = spending
  if (!account || account.phoneHash?.toString() === new Uint8Array(phoneHash).toString())
    return meOf(deps, who.accountId)
  if (!(await checkCode(deps, spending))) throw new Problem('phone_code_expired')
  const old = account.phoneEnc && deps.cipher.decrypt('accounts.phone_enc', account.id, account.phoneEnc)
  await deps.db
    .transaction(async (tx) => {
      if (!(await spendCode(tx, spending))) throw new Problem('phone_code_expired')
      const phoneEnc = deps.cipher.encrypt('accounts.phone_enc', account.id, phone)
      await keepLeft(deps, tx, account.id, at)
      await store.replacePhone(tx, account.id, { phoneEnc, phoneHash, at, proofFrom: proofFrom(at) })
      await endOthers(tx, account.id, who.sessionId, at)
      const id = deps.ids.id()
      await store.insertChange(tx, {
        id,
        accountId: account.id,
        way: 'code',
        oldPhoneEnc: old && deps.cipher.encrypt('number_changes.old_phone_enc', id, old),
        proposedBy: account.id,
        proposer: '本人',
        proposedAt: at,
      })
      if (old) await addJob(tx, 'tell_old_number', { changeId: id }, at)
    })
    .catch((error: unknown) => {
      throw sqlState(error) === '23505' ? new Problem('phone_taken') : error
    })
  return meOf(deps, who.accountId)
}

/** Who changed the number of this account, and when; and what became part of it. */
export async function listNumberChanges({ db }: Deps, who: Who) {
  const [rows, joins] = await Promise.all([
    store.changesOf(db, who.accountId),
    store.joinsOf(db, who.accountId),
  ])
  const changed = rows.map((row) => ({
    id: row.id,
    way: row.way as 'code' | 'counter',
    at: (row.decidedAt ?? row.proposedAt).toISOString(),
    by: row.way === 'code' ? null : row.proposer,
    confirmedBy: row.way === 'code' ? null : row.decider,
    approved: row.approved,
  }))
  const joined = joins.map(({ id, at }) => ({
    id,
    way: 'join' as const,
    at: at.toISOString(),
    by: null,
    confirmedBy: null,
    approved: true,
  }))
  return [...changed, ...joined].sort((a, b) => b.at.localeCompare(a.at))
}
