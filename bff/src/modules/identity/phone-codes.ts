/** The promise: a code reaches a phone at most so often, is guessed at most five times and used once. */
import type { Me } from '@linli/contracts/identity'
import type { Deps } from '../../deps'
import { sameBytes } from '../../platform/crypto'
import { sqlState } from '../../platform/db-errors'
import { Problem } from '../../platform/problem'
import { findCode, giveTurnBack, guess, putCode, type Spending, spendCode, takeTurn } from './code-store'
import { meOf } from './service'
import { findAccount, setPhone } from './store'

/** A code lives five minutes; another one may be asked for after one, ten in an hour. */
const codeMs = 5 * 60_000
const againMs = 60_000
const countedMs = 3_600_000
const mostCounted = 10
const smsPatienceMs = 5_000

/**
 * Sends a code that opens a session. On a demonstration server the code is also in the answer.
 * @throws Problem as `sendCode`
 */
export function sendPhoneCode(deps: Deps, phone: string) {
  const { cipher, db } = deps
  const phoneHash = cipher.lookup('phone', phone)
  return sendCode(deps, phone, (code, expiresAt) =>
    putCode(db, { phoneHash, codeHash: cipher.lookup('code', `${phone} ${code}`), expiresAt }),
  )
}

/**
 * Sends a code to a phone, which has one turn a minute and ten an hour for whatever it is asked.
 * @param keep makes the code good for something, once it is on its way
 * @throws Problem phone_code_too_soon, too_many_requests (ten an hour for one phone), sms_not_configured, sms_busy
 */
export async function sendCode(
  deps: Deps,
  phone: string,
  keep: (code: string, expiresAt: Date) => Promise<void>,
) {
  const { cipher, clock, ids, db, sms, config } = deps
  if (!sms && !config.demo) throw new Problem('sms_not_configured')
  const [code, at] = [ids.code(), clock.now()]
  const before = (ms: number): Date => new Date(at.getTime() - ms)
  const phoneHash = cipher.lookup('phone', phone)
  const turn = {
    phoneHash,
    at,
    notBefore: before(againMs),
    countedFrom: before(countedMs),
    most: Math.max(1, Math.floor(mostCounted * config.rateScale)),
  }
  if (!(await takeTurn(db, turn))) await refuse(deps, phoneHash, at)
  const sent = await send(deps, phone, code)
  if (sent === 'refused') {
    await giveTurnBack(db, turn)
    throw new Problem('sms_busy')
  }
  const expiresAt = new Date(at.getTime() + codeMs)
  await keep(code, expiresAt)
  // It may still arrive, and then it opens.
  if (sent === 'unknown') throw new Problem('sms_busy', { retryAfter: againMs / 1000 })
  return {
    expiresAt: expiresAt.toISOString(),
    nextAt: new Date(at.getTime() + againMs).toISOString(),
    ...(config.demo && { demoCode: code }),
  }
}

async function send({ sms }: Deps, phone: string, code: string): Promise<'sent' | 'refused' | 'unknown'> {
  const signal = AbortSignal.timeout(smsPatienceMs)
  try {
    await sms?.sendCode(phone, code, signal)
    return 'sent'
  } catch {
    return signal.aborted ? 'unknown' : 'refused'
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
 * Gives an account that has none a number. Asked again after it was done, it is done. A number is not exchanged here: who
 * holds a phone for a minute must not become its owner for ever.
 * @throws Problem phone_code_wrong, phone_code_expired, phone_taken (another account has it), phone_bound
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
  if (account?.phoneHash) {
    if (sameBytes(account.phoneHash, phoneHash)) return meOf(deps, accountId)
    throw new Problem('phone_bound')
  }
  if (!(await checkCode(deps, spending))) throw new Problem('phone_code_expired')
  await db
    .transaction(async (tx) => {
      if (!(await spendCode(tx, spending))) throw new Problem('phone_code_expired')
      const phoneEnc = cipher.encrypt('accounts.phone_enc', accountId, phone)
      if (!(await setPhone(tx, accountId, { phoneEnc, phoneHash }))) throw new Problem('phone_bound')
    })
    .catch((error: unknown) => {
      throw sqlState(error) === '23505' ? new Problem('phone_taken') : error
    })
  return meOf(deps, accountId)
}
