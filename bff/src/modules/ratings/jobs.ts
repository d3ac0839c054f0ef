/** What the clock does for ratings: it invites, checks words and forgets them. It never rates. */
import type { Deps } from '../../deps'
import { proveErasure } from '../../platform/erasure'
import { dayMs } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { notifyPeople } from '../notices/service'
import { markInvited, toInvite } from './invite-store'
import { forgetSlips } from './slip-store'
import { communitiesWithWords, eraseWords, oldWords } from './store'
import { countVainCheck, overdueTexts, putChecked, uncheckedText } from './text-store'

const batch = 100

/**
 * One invitation a case, after some days, as a notice; one that fails does not hold up the others.
 * @returns how many of a batch were invited
 * @throws the first failure, after all were tried
 */
export async function inviteToRate(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const failures: unknown[] = []
  let invited = 0
  for (const { id } of await toInvite(deps.db, ratedServices(deps), at, batch)) {
    try {
      if (await invite(deps, id, at)) invited += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return invited
}

const ratedServices = ({ kinds }: Deps): string[] =>
  [...kinds.values()].filter((kind) => kind.rated).map(({ type }) => type)

const invite = (deps: Deps, caseId: string, at: Date): Promise<boolean> =>
  deps.db.transaction(async (tx) => {
    if (!(await markInvited(tx, caseId, at))) return false
    await notifyPeople(tx, [caseId], 'rating_invited', at)
    return true
  })

/** So often a checker is asked in vain, some ten minutes apart. */
const mostChecks = 50

/**
 * Has the words of a rating checked as they would be shown, outside of any transaction; what was found holds only for
 * words that are still unchecked.
 * @returns false when a checker cannot be reached, or its writer's key is lost: they stay unread, and are tried again
 *   with the overdue ones
 */
export async function checkRatingText(deps: Deps, ratingId: string): Promise<boolean> {
  const row = await uncheckedText(deps.db, ratingId)
  if (!row) return true
  try {
    const openid =
      row.identityId && row.openidEnc
        ? deps.cipher.decrypt('login_identities.subject_enc', row.identityId, row.openidEnc)
        : undefined
    const check = (text: string | null, state: string) =>
      text !== null && state === 'unchecked' ? deps.textCheck.check(text, openid) : undefined
    await putChecked(deps.db, ratingId, {
      text: await check(row.text, row.textState),
      supplement: await check(row.supplement, row.supplementState),
    })
    return true
  } catch (err) {
    deps.log.warn({ err }, 'a text could not be checked')
    await countVainCheck(deps.db, ratingId, mostChecks)
    return false
  }
}

/** Words whose job was lost or could not check them. A checker that is away is not asked again in the same round. */
export async function checkOverdueTexts(deps: Deps): Promise<void> {
  const before = new Date(deps.clock.now().getTime() - 10 * 60_000)
  let vain = 0
  for (const { id } of await overdueTexts(deps.db, before)) {
    if (!(await checkRatingText(deps, id))) vain += 1
    if (vain >= 3) return
  }
}

/** Words by their term, with a proof; slips a day after they are over. @returns how much of a batch went */
export async function forgetRatings(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const [divisions, communities] = await Promise.all([directory(deps), communitiesWithWords(deps.db)])
  const terms = communities.map(({ community }) => ({
    community,
    before: new Date(at.getTime() - divisions.settings(community).keep_rating_text_days * dayMs),
  }))
  let gone = 0
  for (const { id, raterId } of await oldWords(deps.db, terms, batch))
    gone += await deps.db.transaction(async (tx) => {
      const contact = await eraseWords(tx, [id])
      await proveErasure(tx, { aboutId: raterId, cause: 'retention', fields: { contact }, at })
      return contact
    })
  return gone + (await forgetSlips(deps.db, new Date(at.getTime() - dayMs)))
}
