/**
 * The promise: a finished case is rated once, by the person served, in their own words; nobody and nothing rates for
 * them, and the unit that is rated does not learn who it was (docs/product.md › Ratings).
 */
import { isBad, type RatingPage, type RatingWish } from '@linli/contracts/ratings'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { proveErasure } from '../../platform/erasure'
import { addJob } from '../../platform/jobs'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { isConfidential, type Kind } from '../cases/kind'
import { lockCase, seenInside, transitionFor } from '../cases/service'
import { directory } from '../divisions/service'
import { openFollowUp } from '../follow-ups/service'
import { contactOf, type GrantFact, grantsOf } from '../identity/service'
import { refusalFor } from './policy'
import { pageOfCase, stateOf } from './present'
import { reasonFaults, wordFaults } from './rules'
import type { RatableRow } from './row'
import { eraseWords, findRatable, insertRating, lockRatable } from './store'
import { seal, writeSupplement } from './words'

export { eraseWordsAbout, eraseWordsOf } from './store'
export { ratingsAbout } from './words'

/** By what somebody comes to their rating page: a session of their own, or a slip with its one-time code. */
export type Door = { accountId: string } & ({ sessionId: string } | { slipId: string })

/** @throws Problem not_found, rating_not_yours, guardian_not_verified */
export async function getRatingPage(deps: Deps, who: Who, caseId: string): Promise<RatingPage> {
  const [row, grants] = await Promise.all([findRatable(deps.db, caseId), grantsOf(deps, who.accountId)])
  return present(deps, admit(deps, row, who.accountId, grants), who.accountId)
}

/** The same for whoever a slip was opened by. */
export const pageBehind = async (deps: Deps, accountId: string, caseId: string): Promise<RatingPage> =>
  present(deps, admit(deps, await findRatable(deps.db, caseId), accountId, []), accountId)

async function present(deps: Deps, { row, kind }: Admitted, accountId: string): Promise<RatingPage> {
  const around = { kind, divisions: await directory(deps), cipher: deps.cipher, now: deps.clock.now() }
  return pageOfCase(row, accountId, around)
}

interface Admitted {
  row: RatableRow
  kind: Kind
}

function admit(
  { kinds }: Deps,
  row: RatableRow | undefined,
  accountId: string,
  grants: readonly GrantFact[],
): Admitted {
  const kind = row && kinds.get(row.type)
  if (!row || !kind?.rated) throw new Problem('not_found')
  const refusal = refusalFor({ row, kind }, row.rating?.raterId, accountId, grants)
  if (refusal) throw new Problem(refusal)
  return { row, kind }
}

/**
 * @throws Problem not_found, rating_not_yours, guardian_not_verified, rating_early, rating_over, rating_given,
 *   invalid_request (reasons that do not go with the grade; words of what is confidential)
 */
export async function rateCase(
  deps: Deps,
  door: Door,
  idempotency: Idempotency,
  caseId: string,
  wish: RatingWish,
): Promise<RatingPage> {
  const [grants, { name }] = await Promise.all([
    grantsOf(deps, door.accountId),
    contactOf(deps, door.accountId),
  ])
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, caseId, at)) return
    const { row, kind } = admit(deps, await lockRatable(tx, caseId), door.accountId, grants)
    const faults = [...reasonFaults(wish, row.type), ...(isConfidential(kind) ? wordFaults(wish) : [])]
    if (faults.length > 0) throw new Problem('invalid_request', undefined, faults)
    const state = stateOf(row, kind, at)
    if (state === 'early' || state === 'over') throw new Problem(`rating_${state}`)
    await write(deps, tx, { row, kind, door, wish, name, at })
  })
  return pageBehind(deps, door.accountId, caseId)
}

interface Writing {
  row: RatableRow
  kind: Kind
  door: Door
  wish: RatingWish
  /** The rater's own name, to be taken out of what they wrote. */
  name: string | null
  at: Date
}

async function write(deps: Deps, tx: Tx, { row, kind, door, wish, name, at }: Writing): Promise<void> {
  const id = deps.ids.id()
  const { text } = wish
  const { caseId } = row
  const words =
    text === undefined
      ? undefined
      : await seal(deps, tx, 'ratings.text_enc', { ratingId: id, caseId, text, name })
  const written = await insertRating(tx, {
    id,
    caseId: row.caseId,
    raterId: door.accountId,
    sessionId: 'sessionId' in door ? door.sessionId : null,
    slipId: 'slipId' in door ? door.slipId : null,
    grade: wish.grade,
    reasonsVersion: wish.reasonsVersion,
    reasons: wish.reasons,
    named: wish.named && isBad(wish.grade),
    textEnc: words?.enc ?? null,
    textShown: words?.shown ?? null,
    textForAll: wish.publish && words !== undefined,
    at,
  })
  if (!written) throw new Problem('rating_given')
  if (words) await addJob(tx, 'check_rating_text', { ratingId: id }, at)
  if (isBad(wish.grade))
    await openFollowUp(deps, tx, {
      ratingId: id,
      ratedCaseId: row.caseId,
      raterId: door.accountId,
      community: row.community,
      named: wish.named,
      confidential: isConfidential(kind),
      at,
    })
}

/**
 * @throws Problem not_found, rating_not_yours, guardian_not_verified, supplement_not_open, supplement_given,
 *   invalid_request (words of what is confidential)
 */
export async function supplementRating(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  caseId: string,
  text: string,
): Promise<RatingPage> {
  const [grants, { name }] = await Promise.all([
    grantsOf(deps, who.accountId),
    contactOf(deps, who.accountId),
  ])
  const followUpId = (await findRatable(deps.db, caseId))?.followUp?.id
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, caseId, at)) return
    // The follow-up before the right, as everywhere.
    const followUp = await seenInside(deps, tx, followUpId ? await lockCase(tx, followUpId) : undefined)
    const { row } = admit(deps, await lockRatable(tx, caseId), who.accountId, grants)
    if (row.rating && row.rating.raterId !== who.accountId) throw new Problem('rating_not_yours')
    if (row.rating?.supplementAt) throw new Problem('supplement_given')
    if (!followUp || !transitionFor(followUp, { action: 'supplement', side: 'party' }, at))
      throw new Problem('supplement_not_open')
    await writeSupplement(deps, tx, { row, text, name, at })
  })
  return getRatingPage(deps, who, caseId)
}

/** Takes the words back, everywhere, with a proof; the grade stays. */
export async function eraseRatingText(deps: Deps, who: Who, caseId: string): Promise<RatingPage> {
  const grants = await grantsOf(deps, who.accountId)
  await deps.db.transaction(async (tx) => {
    const { row } = admit(deps, await lockRatable(tx, caseId), who.accountId, grants)
    if (!row.rating) return
    if (row.rating.raterId !== who.accountId) throw new Problem('rating_not_yours')
    const contact = await eraseWords(tx, [row.rating.id])
    await proveErasure(tx, {
      aboutId: who.accountId,
      cause: 'asked',
      fields: { contact },
      at: deps.clock.now(),
    })
  })
  return getRatingPage(deps, who, caseId)
}
