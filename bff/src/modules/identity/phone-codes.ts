/**
 * The promise: a code is its asker's: it opens only for the device that asked for it, is guessed by that one at most five
 * times and used once. Nobody's guesses or requests take away anybody else's.
 */
import type { Me } from '@linli/contracts/identity'
import type { Deps } from '../../deps'
import { sameBytes } from '../../platform/crypto'
import { sqlState } from '../../platform/db-errors'
import { Problem } from '../../platform/problem'
import type { Asker } from '../../http/asker'
import { spendBudget } from './code-budget'
import {
  type CodeKey,
  type CodeTurn,
  findCode,
  giveTurnBack,
  guess,
  putCode,
  type Spending,
  spendCode,
  takeTurn,
} from './code-store'
import { holdsMore } from './number-store'
import { proofFrom } from './numbers-rules'
import { meOf } from './me'
import { findAccount, setPhone } from './store'

/** A code lives five minutes; another one may be asked for after one, ten in an hour. */
const codeMs = 5 * 60_000
const againMs = 60_000
const countedMs = 3_600_000
const mostCounted = 10
const smsPatienceMs = 5_000

/** Whose code it is: of this number, for this asker. */
export const codeKeyOf = (
  { cipher }: Pick<Deps, 'cipher'>,
  phone: string,
  asker: Pick<Asker, 'id'>,
): CodeKey => ({
  phoneHash: cipher.lookup('phone', phone),
  askerHash: cipher.lookup('asker', asker.id),
})

/** What an attempt to sign in, or to bind a number, has to show. */
export const spendingOf = (
  deps: Pick<Deps, 'cipher' | 'clock'>,
  asker: Pick<Asker, 'id'>,
  { phone, code }: { phone: string; code: string },
): Spending => ({
  ...codeKeyOf(deps, phone, asker),
  codeHash: deps.cipher.lookup('code', `${phone} ${code}`),
  at: deps.clock.now(),
})

/**
 * Sends a code that opens a session. On a demonstration server the code is also in the answer.
 * @throws Problem as `sendCode`
 */
export function sendPhoneCode(deps: Deps, asker: Asker, phone: string) {
  return sendCode(deps, asker, phone, (code) => deps.cipher.lookup('code', `${phone} ${code}`))
}

/**
 * Sends a code to a phone. Each asker has one turn a minute and ten an hour with a number, for whatever it is asked.
 * @param hashOf what the code will be good for: its keyed hash
 * @throws Problem phone_code_too_soon, too_many_requests, proof_needed, sms_not_configured, sms_busy
 */
export async function sendCode(deps: Deps, asker: Asker, phone: string, hashOf: (code: string) => Buffer) {
  const { clock, ids, db, sms, config } = deps
  if (!sms && !config.demo) throw new Problem('sms_not_configured')
  const [code, at] = [ids.code(), clock.now()]
  const turn = turnOf(deps, asker, phone, at)
  if (!(await takeTurn(db, turn))) await refuse(deps, turn)
  const giveBack = await spendBudget(deps, asker, phone).catch(async (error: unknown) => {
    await giveTurnBack(db, turn)
    throw error
  })
  const sent = await send(deps, phone, code)
  if (sent === 'refused') {
    await Promise.all([giveTurnBack(db, turn), giveBack()])
    throw new Problem('sms_busy')
  }
  const expiresAt = new Date(at.getTime() + codeMs)
  await putCode(db, { ...codeKeyOf(deps, phone, asker), codeHash: hashOf(code), expiresAt })
  // It may still arrive, and then it opens.
  if (sent === 'unknown') throw new Problem('sms_busy', { retryAfter: againMs / 1000 })
  return {
    expiresAt: expiresAt.toISOString(),
    nextAt: new Date(at.getTime() + againMs).toISOString(),
    ...(config.demo && { demoCode: code }),
  }
}

function turnOf(deps: Deps, asker: Asker, phone: string, at: Date): CodeTurn {
  const before = (ms: number): Date => new Date(at.getTime() - ms)
  return {
    ...codeKeyOf(deps, phone, asker),
    at,
    notBefore: before(againMs),
    countedFrom: before(countedMs),
    most: Math.max(1, Math.floor(mostCounted * deps.config.rateScale)),
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

async function refuse({ db }: Deps, { at, ...key }: CodeTurn): Promise<never> {
  const last = await findCode(db, key)
  const secondsUntil = (from: Date | undefined, ms: number): number =>
    Math.ceil(((from ?? at).getTime() + ms - at.getTime()) / 1000)
  const soon = secondsUntil(last?.createdAt, againMs)
  if (soon > 0) throw new Problem('phone_code_too_soon', { retryAfter: soon })
  throw new Problem('too_many_requests', {
    retryAfter: Math.max(1, secondsUntil(last?.sentSince, countedMs)),
  })
}

/**
 * Counts one guess of this asker's at its own code.
 * @returns false when there is no code to guess at any more: used, timed out, or guessed five times
 * @throws Problem phone_code_wrong
 */
export async function checkCode({ db }: Deps, { codeHash, at, ...key }: Spending): Promise<boolean> {
  const expected = await guess(db, key, at)
  if (expected && !sameBytes(expected, codeHash)) throw new Problem('phone_code_wrong')
  return expected !== undefined
}

/**
 * Gives an account that has none a number. Asked again after it was done, it is done. A number is not exchanged here: who
 * holds a phone for a minute must not become its owner for ever. Where there is a child or a grant, it is no second proof
 * for three days.
 * @throws Problem phone_code_wrong, phone_code_expired, phone_taken (another account has it), phone_bound
 */
export async function bindPhone(
  deps: Deps,
  accountId: string,
  asker: Asker,
  { phone, code }: { phone: string; code: string },
): Promise<Me> {
  const { cipher, db } = deps
  const spending = spendingOf(deps, asker, { phone, code })
  const { phoneHash } = spending
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
      const at = spending.at
      const from = (await holdsMore({ client: tx }, accountId)) ? proofFrom(at) : null
      if (!(await setPhone(tx, accountId, { phoneEnc, phoneHash, at, proofFrom: from })))
        throw new Problem('phone_bound')
    })
    .catch((error: unknown) => {
      throw sqlState(error) === '23505' ? new Problem('phone_taken') : error
    })
  return meOf(deps, accountId)
}
