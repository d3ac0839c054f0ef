/** The ways in: phone and one-time code, WeChat, and on a demonstration server one tap (PRODUCT.md › Sessions). */
import type { SignedIn } from '@linli/contracts/identity'
import type { Deps } from '../../deps'
import { sameBytes } from '../../platform/crypto'
import { Problem } from '../../platform/problem'
import { meOf } from './service'
import { openSession } from './sessions'
import { accountOfIdentity, accountOfPhone, findDemoAccount, guess, putCode, spendCode } from './store'

/** A code lives five minutes; another one may be asked for after one. */
const codeMs = 5 * 60_000
const againMs = 60_000

/**
 * Sends a code. On a demonstration server the code is also in the answer.
 * @throws Problem phone_code_too_soon, too_many_requests (10 an hour for one phone), sms_not_configured
 */
export async function sendPhoneCode(deps: Deps, phone: string) {
  const { cipher, clock, ids, db, sms, config, rates } = deps
  if (!sms && !config.demo) throw new Problem('sms_not_configured')
  const phoneHash = cipher.lookup('phone', phone)
  const [code, at] = [ids.code(), clock.now()]
  const put = await putCode(db, {
    phoneHash,
    codeHash: cipher.lookup('code', `${phone} ${code}`),
    at,
    expiresAt: new Date(at.getTime() + codeMs),
    notBefore: new Date(at.getTime() - againMs),
  })
  if (!put) throw new Problem('phone_code_too_soon', { retryAfter: againMs / 1000 })
  // Only codes that would be sent count, and for an hour at most: nobody can shut another's phone out for a day.
  const hourly = { name: 'codes', max: 10 * config.rateScale, windowSeconds: 3_600 }
  const retryAfter = await rates.take(hourly, phoneHash.toString('base64url'))
  if (retryAfter > 0) throw new Problem('too_many_requests', { retryAfter })
  await sms?.sendCode(phone, code)
  return {
    expiresAt: new Date(at.getTime() + codeMs).toISOString(),
    nextAt: new Date(at.getTime() + againMs).toISOString(),
    ...(config.demo && { demoCode: code }),
  }
}

/** @throws Problem phone_code_wrong, phone_code_expired (used, timed out, or guessed five times) */
export async function signInByPhone(
  deps: Deps,
  phone: string,
  code: string,
  device: string,
): Promise<SignedIn> {
  const { cipher, clock, ids, db } = deps
  const phoneHash = cipher.lookup('phone', phone)
  const expected = await guess(db, phoneHash, clock.now())
  if (!expected) throw new Problem('phone_code_expired')
  const codeHash = cipher.lookup('code', `${phone} ${code}`)
  if (!sameBytes(expected, codeHash)) throw new Problem('phone_code_wrong')
  const accountId = await db.transaction(async (tx) => {
    const at = clock.now()
    if (!(await spendCode(tx, phoneHash, codeHash, at))) throw new Problem('phone_code_expired')
    return accountOfPhone(tx, { id: ids.id(), phoneEnc: cipher.encrypt('contact', phone), phoneHash, at })
  })
  return signedIn(deps, accountId, device)
}

/** @throws Problem wechat_not_configured, wechat_code_invalid, wechat_blocked, wechat_busy */
export async function signInByWechat(deps: Deps, code: string, device: string): Promise<SignedIn> {
  const { cipher, clock, ids, db, wechat } = deps
  if (!wechat) throw new Problem('wechat_not_configured')
  const openid = await wechat.openidFor(code)
  const accountId = await db.transaction((tx) =>
    accountOfIdentity(tx, {
      id: ids.id(),
      subjectEnc: cipher.encrypt('contact', openid),
      subjectHash: cipher.lookup('wechat', openid),
      at: clock.now(),
    }),
  )
  return signedIn(deps, accountId, device)
}

/** @throws Problem not_found for an unknown person, and always where this is no demonstration server */
export async function signInAsDemo(deps: Deps, person: string, device: string): Promise<SignedIn> {
  const account = deps.config.demo ? await findDemoAccount(deps.db, person) : null
  if (!account) throw new Problem('not_found')
  return signedIn(deps, account.id, device)
}

async function signedIn(deps: Deps, accountId: string, device: string): Promise<SignedIn> {
  return { ...(await openSession(deps, accountId, device)), me: await meOf(deps, accountId) }
}
