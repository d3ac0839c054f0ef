/**
 * The promise: what opens many people's data at once asks for a second proof: a fresh code to the number of whoever is
 * signed in. It holds for this session, so for this device, and for ten minutes (docs/sessions.md › What is promised).
 */
import type { Deps } from '../../deps'
import type { Asker } from '../../http/asker'
import type { Who } from '../../http/context'
import { Problem } from '../../platform/problem'
import { spendCode } from './code-store'
import { checkCode, codeKeyOf, sendCode } from './phone-codes'
import { contactOf } from './me'
import { confirmedUntil, findAccount, markConfirmed } from './store'

const confirmedMs = 10 * 60_000

const askerOf = (who: Who, asker: Asker): Asker => ({ ...asker, id: `session ${who.sessionId}`, own: true })

/** A number that came a moment ago proves whoever brought it. @throws Problem confirm_needs_phone, confirm_later */
async function phoneOf(deps: Deps, who: Who): Promise<string> {
  const { phone } = await contactOf(deps, who.accountId)
  if (!phone) throw new Problem('confirm_needs_phone')
  const from = (await findAccount(deps.db, who.accountId))?.phoneProofFrom
  if (from && from > deps.clock.now()) throw new Problem('confirm_later', { from: from.toISOString() })
  return phone
}

const codeHashOf = ({ cipher }: Deps, who: Who, code: string): Buffer =>
  cipher.lookup('code', `session ${who.sessionId} ${code}`)

/** @throws Problem confirm_needs_phone, confirm_later, and as `sendCode` */
export async function requestConfirmation(deps: Deps, who: Who, asker: Asker) {
  const phone = await phoneOf(deps, who)
  const sent = await sendCode(deps, askerOf(who, asker), phone, (code) => codeHashOf(deps, who, code))
  return { ...sent, phoneEnding: phone.slice(-2) }
}

/** Asked again after it was done, it is done. @throws Problem confirm_needs_phone, confirm_later, phone_code_wrong, phone_code_expired */
export async function confirmSession(deps: Deps, who: Who, asker: Asker, code: string) {
  const { clock, db } = deps
  const [at, phone] = [clock.now(), await phoneOf(deps, who)]
  const spending = {
    ...codeKeyOf(deps, phone, askerOf(who, asker)),
    codeHash: codeHashOf(deps, who, code),
    at,
  }
  if (await checkCode(deps, spending)) {
    const until = new Date(at.getTime() + confirmedMs)
    const done = await db.transaction(
      async (tx) => (await spendCode(tx, spending)) && (await markConfirmed(tx, who.sessionId, until)),
    )
    if (done) return { confirmedUntil: until.toISOString() }
  }
  const until = await confirmedUntil(db, who.sessionId)
  if (!until || until <= at) throw new Problem('phone_code_expired')
  return { confirmedUntil: until.toISOString() }
}

/** Stands before every read of many people's tagged data. @throws Problem confirm_needed */
export async function demandConfirmed({ db, clock }: Deps, who: Who): Promise<void> {
  const until = await confirmedUntil(db, who.sessionId)
  if (!until || until <= clock.now()) throw new Problem('confirm_needed')
}
