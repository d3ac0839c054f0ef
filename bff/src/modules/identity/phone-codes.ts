/** The promise: a code reaches a phone at most so often, is guessed at most five times and used once. */
import type { Me } from '@linli/contracts/identity'
import type { Deps } from '../../deps'
import { sameBytes } from '../../platform/crypto'
import { sqlState } from '../../platform/db-errors'
import { Problem } from '../../platform/problem'
import { meOf } from './service'
import { findAccount, findCode, guess, putCode, type Spending, spendCode, unsend, updatePhone } from './store'

/** A code lives five minutes; another one may be asked for after one, ten in an hour. */
const codeMs = 5 * 60_000
const againMs = 60_000
const countedMs = 3_600_000
const mostCounted = 10
const smsPatienceMs = 5_000

/**
 * Sends a code. On a demonstration server the code is also in the answer.
 * @throws Problem phone_code_too_soon, too_many_requests (ten an hour for one phone), sms_not_configured, sms_busy
 */
export async function sendPhoneCode(deps: Deps, phone: string) {
  const { cipher, clock, ids, db, sms, config } = deps
  if (!sms && !config.demo) throw new Problem('sms_not_configured')
  const [code, at] = [ids.code(), clock.now()]
  const before = (ms: number): Date => new Date(at.getTime() - ms)
  const phoneHash = cipher.lookup('phone', phone)
  const codeHash = cipher.lookup('code', `${phone} ${code}`)
  const expiresAt = new Date(at.getTime() + codeMs)
  const put = await putCode(db, {
    phoneHash,
    codeHash,
    at,
    expiresAt,
    notBefore: before(againMs),
    countedFrom: before(countedMs),
    most: mostCounted * config.rateScale,
  })
  if (!put) await refuse(deps, phoneHash, at)
  await sms?.sendCode(phone, code, AbortSignal.timeout(smsPatienceMs)).catch(async () => {
    await unsend(db, phoneHash, codeHash, before(againMs))
    throw new Problem('sms_busy')
  })
  return {
    expiresAt: expiresAt.toISOString(),
    nextAt: new Date(at.getTime() + againMs).toISOString(),
    ...(config.demo && { demoCode: code }),
  }
}

async function refuse({ db }: Deps, phoneHash: Buffer, at: Date): Promise<never> {
  const last = await findCode(db, phoneHash)
  const secondsUntil = (from: Date | undefined, ms: number): number =>
    Math.ceil(((from ?? at).getTime() + ms - at.getTime()) / 1000)
  const soon = secondsUntil(last?.createdAt, againMs)
  if (soon > 0) throw new Problem('phone_code_too_soon', { retryAfter: soon })
  throw new Problem('too_many_requests', {
    retryAfter: Math.max(1, secondsUntil(last?.sentSince, countedMs)),
  })
}

/**
 * Counts one guess at a phone's code.
 * @returns false when there is no code to guess at any more: used, timed out, or guessed five times
 * @throws Problem phone_code_wrong
 */
export async function checkCode({ db }: Deps, { phoneHash, codeHash, at }: Spending): Promise<boolean> {
  const expected = await guess(db, phoneHash, at)
  if (expected && !sameBytes(expected, codeHash)) throw new Problem('phone_code_wrong')
  return expected !== undefined
}

/**
 * Gives the account this number. Asked again after it was done, it is done.
 * @throws Problem phone_code_wrong, phone_code_expired, phone_taken (another account has it)
 */
export async function bindPhone(
  deps: Deps,
  accountId: string,
  { phone, code }: { phone: string; code: string },
): Promise<Me> {
  const { cipher, clock, db } = deps
  const phoneHash = cipher.lookup('phone', phone)
  const spending = { phoneHash, codeHash: cipher.lookup('code', `${phone} ${code}`), at: clock.now() }
  const account = await findAccount(db, accountId)
  if (account?.phoneHash && sameBytes(account.phoneHash, phoneHash)) return meOf(deps, accountId)
  const good = await checkCode(deps, spending)
  const bound = await db
    .transaction(async (tx) => {
      if (!good || !(await spendCode(tx, spending))) return false
      await updatePhone(tx, accountId, { phoneEnc: cipher.encrypt('contact', phone), phoneHash })
      return true
    })
    .catch((error: unknown) => {
      throw sqlState(error) === '23505' ? new Problem('phone_taken') : error
    })
  if (!bound) throw new Problem('phone_code_expired')
  return meOf(deps, accountId)
}
