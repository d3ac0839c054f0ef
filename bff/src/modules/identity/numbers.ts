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
import { keepLeft } from './kept-names'
import { isStale } from './numbers-rules'
import { checkCode } from './phone-codes'
import { meOf } from './service'
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
 * account. An account that holds nothing but its number opens as before.
 * @throws Problem name_needed, name_wrong
 */
export async function doorOf(deps: Deps, phoneHash: Buffer, said: Said): Promise<Door> {
  const found = await store.behindNumber(deps.db, phoneHash, deps.clock.now())
  if (!found || !isStale(found.seenAt, deps.clock.now(), deps.config.numberStaleDays))
    return { aside: undefined }
  const name = found.nameEnc && deps.cipher.decrypt('accounts.name_enc', found.accountId, found.nameEnc)
  if (name === null) return { aside: found.holdsMore ? found : undefined }
  if (said.anew) return { aside: found }
  if (said.name === undefined) throw new Problem('name_needed')
  const tried = await store.takeTry(deps.db, found.id)
  if (tried !== undefined && isSameName(name, said.name)) return { aside: undefined }
  if (tried !== undefined && tried < mostTries)
    throw new Problem('name_wrong', { triesLeft: mostTries - tried })
  return { aside: found }
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
 * Another number, proved by a code to it; the old one is told of it.
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
      await store.replacePhone(tx, account.id, { phoneEnc, phoneHash, at })
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

/** Who changed the number of this account, and when. */
export async function listNumberChanges({ db }: Deps, who: Who) {
  const rows = await store.changesOf(db, who.accountId)
  return rows.map((row) => ({
    id: row.id,
    way: row.way as 'code' | 'counter',
    at: (row.decidedAt ?? row.proposedAt).toISOString(),
    by: row.way === 'code' ? null : row.proposer,
    confirmedBy: row.way === 'code' ? null : row.decider,
    approved: row.approved,
  }))
}
