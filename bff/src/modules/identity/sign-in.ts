/** The ways in: phone and one-time code, WeChat, and on a demonstration server one tap (docs/product.md › Sessions). */
import type { AgreedVersions } from '@linli/contracts/agreed'
import type { SignedIn, Tokens } from '@linli/contracts/identity'
import type { Deps } from '../../deps'
import { sha256 } from '../../platform/crypto'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import type { Asker } from '../../http/asker'
import { demandAgreement } from '../agreements/service'
import { knowDevice } from './budget-store'
import { sessionOpenedBy, spendCode } from './code-store'
import { checkCode, spendingOf } from './phone-codes'
import { accountThrough, type Door, doorOf, type Said } from './numbers'
import { meOf } from './me'
import { takeBackLeaving } from './leaving-store'
import { firstTokens, openSession } from './sessions'
import { accountOfIdentity, findDemoAccount } from './store'

/**
 * A code opens one session. The same attempt under the same key gets that session again, for its answer may have
 * been lost.
 * @throws Problem phone_code_wrong, phone_code_expired (used, timed out, or guessed five times); agreement_needed, and then
 *   the code is not spent
 */
export async function signInByPhone(
  deps: Deps,
  attempt: { phone: string; code: string } & Entry & Said,
  { asker, key }: { asker: Asker; key: string },
): Promise<SignedIn> {
  const { ids, db } = deps
  const { phone, device } = attempt
  const spending = spendingOf(deps, asker, attempt)
  const keyHash = sha256(key)
  const open = (door: Door): Promise<Opened | undefined> =>
    db.transaction(async (tx) => {
      const id = ids.id()
      if (!(await spendCode(tx, spending, { sessionId: id, keyHash }))) return undefined
      const accountId = await accountThrough(deps, tx, door, { ...spending, phone })
      await demandAgreement(deps, tx, accountId, attempt.agreed)
      if (asker.device) await knowDevice(tx, accountId, asker.device, spending.at)
      return enter(deps, tx, { accountId, device, id })
    })
  const again = async (): Promise<Opened | undefined> => {
    const session = await sessionOpenedBy(db, spending, keyHash)
    const tokens = session ? firstTokens(deps, session) : undefined
    return session && tokens ? { accountId: session.accountId, tokens } : undefined
  }
  const good = await checkCode(deps, spending)
  const door = good ? await doorOf(deps, spending.phoneHash, attempt, asker.device) : undefined
  const opened = (door ? await open(door) : undefined) ?? (await again())
  if (!opened) throw new Problem('phone_code_expired')
  return { ...(await signedIn(deps, opened)), ...(door?.aside && { begun: 'anew' as const }) }
}

/** @throws Problem wechat_not_configured, wechat_code_invalid, wechat_blocked, wechat_busy, agreement_needed */
export async function signInByWechat(deps: Deps, code: string, { device, agreed }: Entry): Promise<SignedIn> {
  const { cipher, clock, ids, db, wechat } = deps
  if (!wechat) throw new Problem('wechat_not_configured')
  const openid = await wechat.openidFor(code)
  const opened = await db.transaction(async (tx) => {
    const identityId = ids.id()
    const accountId = await accountOfIdentity(tx, {
      id: ids.id(),
      identityId,
      subjectEnc: cipher.encrypt('login_identities.subject_enc', identityId, openid),
      subjectHash: cipher.lookup('wechat', openid),
      at: clock.now(),
    })
    await demandAgreement(deps, tx, accountId, agreed)
    return enter(deps, tx, { accountId, device })
  })
  return signedIn(deps, opened)
}

/** @throws Problem agreement_needed; not_found for an unknown person, and always where this is no demonstration server */
export async function signInAsDemo(deps: Deps, person: string, { device, agreed }: Entry): Promise<SignedIn> {
  const account = deps.config.demo ? await findDemoAccount(deps.db, person) : null
  if (!account) throw new Problem('not_found')
  const accountId = account.joinedInto ?? account.id
  const opened = await deps.db.transaction(async (tx) => {
    await demandAgreement(deps, tx, accountId, agreed)
    return enter(deps, tx, { accountId, device })
  })
  return signedIn(deps, opened)
}

/** On which device, and what was ticked there. */
interface Entry {
  device: string
  agreed?: AgreedVersions | undefined
}

interface Opened {
  accountId: string
  tokens: Tokens
  /** They had asked to leave, and stay. */
  stayed?: boolean
}

/** Whoever comes back before the time that was said has not left. */
async function enter(
  deps: Deps,
  tx: Tx,
  door: { accountId: string; device: string; id?: string },
): Promise<Opened> {
  const stayed = await takeBackLeaving(tx, door.accountId, deps.clock.now())
  return { accountId: door.accountId, tokens: await openSession(deps, tx, door), stayed }
}

async function signedIn(deps: Deps, { accountId, tokens, stayed }: Opened): Promise<SignedIn> {
  return { ...tokens, me: await meOf(deps, accountId), ...(stayed && { stayed }) }
}
