/** What the clock does for ratings: it invites, checks words and forgets them. It never rates. */
import type { Deps } from '../../deps'
import { proveErasure } from '../../platform/erasure'
import { dayMs } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { notify } from '../notices/service'
import { invitees, markInvited, toInvite } from './invite-store'
import { forgetSlips } from './slip-store'
import { communitiesWithWords, eraseWords, oldWords } from './store'
import { overdueTexts, putChecked, uncheckedText } from './text-store'

const batch = 100

/** One invitation a case, after some days, as a notice. @returns how many of a batch were invited */
export async function inviteToRate(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  let invited = 0
  for (const { id } of await toInvite(deps.db, at, batch)) if (await invite(deps, id, at)) invited += 1
  return invited
}

const invite = (deps: Deps, caseId: string, at: Date): Promise<boolean> =>
  deps.db.transaction(async (tx) => {
    if (!(await markInvited(tx, caseId, at))) return false
    for (const { accountId } of await invitees(tx, caseId))
      await notify(tx, {
        id: deps.ids.id(),
        eventKey: `${caseId}/invite/${accountId}`,
        accountId,
        caseId,
        kind: 'rating_invited',
        at,
        deliverAt: at,
      })
    return true
  })

/**
 * Has the words of a rating checked, outside of any transaction; what was found holds only for words that are still
 * unchecked. @throws when a checker cannot be reached: the job comes again, and until then nobody else reads them
 */
export async function checkRatingText(deps: Deps, ratingId: string): Promise<void> {
  const row = await uncheckedText(deps.db, ratingId)
  if (!row) return
  const openid = row.openidEnc ? deps.cipher.decrypt('contact', row.openidEnc) : undefined
  const check = (enc: string | null, state: string) =>
    enc && state === 'unchecked'
      ? deps.textCheck.check(deps.cipher.decrypt('contact', enc), openid)
      : undefined
  await putChecked(deps.db, ratingId, {
    text: await check(row.textEnc, row.textState),
    supplement: await check(row.supplementEnc, row.supplementState),
  })
}

/** Words whose job was lost with its worker. One that cannot be checked does not hold up the others. */
export async function checkOverdueTexts(deps: Deps): Promise<void> {
  const before = new Date(deps.clock.now().getTime() - 10 * 60_000)
  const failures: unknown[] = []
  for (const { id } of await overdueTexts(deps.db, before))
    await checkRatingText(deps, id).catch((error: unknown) => void failures.push(error))
  if (failures.length > 0) throw failures[0]
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
