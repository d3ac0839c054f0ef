/**
 * The promise: a slip opens one rating page and nothing else, and only for whoever holds the telephone of the person
 * served. Staff who print it learn nothing of what is rated, and cannot open it.
 */
import qrcode from 'qrcode'
import type { RatingPage, RatingWish } from '@linli/contracts/ratings'
import type { Deps } from '../../deps'
import type { Asker } from '../../http/asker'
import type { Who } from '../../http/context'
import { sha256 } from '../../platform/crypto'
import { claim, type Idempotency, idempotencyOf } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { randomSecret, shortSecret } from '../../platform/secrets'
import { dayMs, dayOf } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { isStaffOf } from '../identity/policy'
import { checkCode, codeKeyOf, contactOf, grantsOf, sendCode, spendCode } from '../identity/service'
import { isConfidential } from '../cases/kind'
import { contactIdOf, readerOf } from '../cases/policy'
import { stateOf } from './present'
import { pageBehind, rateCase } from './service'
import * as store from './slip-store'
import type { RatableRow } from './row'
import { findRatable } from './store'
import { giveVerdict, type Verdict } from './verdict'

const passMs = 30 * 60_000
/**
 * A slip opens the page for so long after the case can be rated: a follow-up may still ask for a verdict. So for every
 * case, followed up or not: who printed it could try it out, and would learn of a bad grade. It says only until when the
 * case can be rated, and none is printed after that.
 */
const afterwardsMs = 60 * dayMs

/**
 * Whether the case was rated makes no difference here: staff are not to learn it. A new slip takes the place of the last.
 * @throws Problem not_found, not_allowed, rating_early, rating_over, slip_needs_phone
 */
export async function printSlip(deps: Deps, who: Who, idempotency: Idempotency, caseId: string) {
  const [row, grants] = await Promise.all([findRatable(deps.db, caseId), grantsOf(deps, who.accountId)])
  const kind = row && deps.kinds.get(row.type)
  const reader = row && kind?.rated && readerOf(row, who.accountId, grants, kind.readByStaff)
  // Where one person works on it, its number is no way to whoever asked.
  if (!row || !kind || !reader || isConfidential(kind)) throw new Problem('not_found')
  if (reader !== 'staff' || !isStaffOf(grants, row.community)) throw new Problem('not_allowed')
  const at = deps.clock.now()
  const [state, { right }] = [stateOf({ ...row, rating: null }, kind, at), row]
  if (state === 'early' || !right) throw new Problem('rating_early')
  if (state === 'over') throw new Problem('rating_over')
  const expiresAt = new Date(Date.parse(right.until) + afterwardsMs)
  const rater = contactIdOf(row)
  if (!rater || !(await contactOf(deps, rater)).phone) throw new Problem('slip_needs_phone')
  const [id, token] = [deps.ids.id(), shortSecret()]
  const printed = await deps.db.transaction(async (tx) => {
    const prior = await claim(tx, idempotency, id, at)
    if (prior) return prior
    await store.endSlips(tx, caseId, at)
    await store.insertSlip(tx, {
      id,
      caseId,
      tokenHash: sha256(token),
      tokenEnc: deps.cipher.encrypt('rating_slips.token_enc', id, token),
      printedBy: who.accountId,
      at,
      expiresAt,
    })
    return id
  })
  return present(deps, { ...row, right }, printed)
}

type Printable = RatableRow & { right: NonNullable<RatableRow['right']> }

async function present(deps: Deps, { right, ...row }: Printable, slipId: string) {
  const slip = await store.printedSlip(deps.db, slipId)
  if (!slip) throw new Problem('slip_over')
  const path = `/r/${deps.cipher.decrypt('rating_slips.token_enc', slipId, slip.tokenEnc)}`
  const divisions = await directory(deps)
  return {
    path,
    qr: await qrcode.toString(`${deps.config.publicUrl}${path}`, { type: 'svg', margin: 1 }),
    number: row.number,
    title: row.title,
    on: dayOf(row.endsAt),
    communityName: divisions.find(row.community)?.name ?? '',
    rateUntil: new Date(right.until).toISOString(),
  }
}

/** @throws Problem slip_over */
async function slipOf(deps: Deps, token: string): Promise<store.SlipRow & { phone: string }> {
  const slip = await store.findSlip(deps.db, sha256(token), deps.clock.now())
  if (!slip) throw new Problem('slip_over')
  const { phone } = await contactOf(deps, slip.raterId)
  if (!phone) throw new Problem('slip_over')
  return { ...slip, phone }
}

export async function getSlip(deps: Deps, token: string) {
  const slip = await slipOf(deps, token)
  const divisions = await directory(deps)
  return {
    phoneEnding: slip.phone.slice(-2),
    communityName: divisions.find(slip.community)?.name ?? '',
    rateUntil: slip.rateUntil.toISOString(),
  }
}

/** @throws Problem slip_over, phone_code_too_soon, too_many_requests, proof_needed, sms_busy, sms_not_configured */
export async function sendSlipCode(deps: Deps, asker: Asker, token: string) {
  const slip = await slipOf(deps, token)
  return sendCode(deps, asker, slip.phone, (code) => codeHashOf(deps, slip.id, code))
}

const codeHashOf = ({ cipher }: Deps, slipId: string, code: string): Buffer =>
  cipher.lookup('code', `slip ${slipId} ${code}`)

/** @throws Problem slip_over, phone_code_wrong, phone_code_expired */
export async function enterSlip(deps: Deps, asker: Asker, { token, code }: { token: string; code: string }) {
  const slip = await slipOf(deps, token)
  const at = deps.clock.now()
  const codeHash = codeHashOf(deps, slip.id, code)
  const spending = { ...codeKeyOf(deps, slip.phone, asker), codeHash, at }
  if (!(await checkCode(deps, spending))) throw new Problem('phone_code_expired')
  const [pass, expiresAt] = [randomSecret(), new Date(at.getTime() + passMs)]
  await deps.db.transaction(async (tx) => {
    if (!(await spendCode(tx, spending))) throw new Problem('phone_code_expired')
    await store.openSlip(tx, slip.id, { hash: sha256(pass), expiresAt })
  })
  const page = await pageBehind(deps, slip.raterId, slip.caseId)
  return { pass, expiresAt: expiresAt.toISOString(), page }
}

interface Sent {
  token: string
  pass: string
  key: string
  endpoint: 'rateBySlip' | 'verdictBySlip'
  sent: unknown
}

/** Who a pass speaks for. @throws Problem slip_over, slip_pass_over */
async function admit(deps: Deps, { token, pass, key, endpoint, sent }: Sent) {
  const slip = await slipOf(deps, token)
  if (!(await store.isPassOf(deps.db, slip.id, sha256(pass), deps.clock.now())))
    throw new Problem('slip_pass_over')
  return { slip, idempotency: idempotencyOf(deps.cipher, { accountId: slip.raterId, key, endpoint, sent }) }
}

export async function rateBySlip(
  deps: Deps,
  { token, pass, key }: Pick<Sent, 'token' | 'pass' | 'key'>,
  wish: RatingWish,
): Promise<RatingPage> {
  const { slip, idempotency } = await admit(deps, { token, pass, key, endpoint: 'rateBySlip', sent: wish })
  return rateCase(deps, { accountId: slip.raterId, slipId: slip.id }, idempotency, slip.caseId, wish)
}

/** @throws Problem not_found where nothing is followed up */
export async function verdictBySlip(
  deps: Deps,
  { token, pass, key }: Pick<Sent, 'token' | 'pass' | 'key'>,
  verdict: Verdict,
): Promise<RatingPage> {
  const { slip, idempotency } = await admit(deps, {
    token,
    pass,
    key,
    endpoint: 'verdictBySlip',
    sent: verdict,
  })
  const followUp = (await findRatable(deps.db, slip.caseId))?.followUp
  if (!followUp) throw new Problem('not_found')
  await giveVerdict(deps, slip.raterId, idempotency, followUp.id, verdict)
  return pageBehind(deps, slip.raterId, slip.caseId)
}
