/**
 * The promise: what others read has been checked, holds no name and no number, and is of a day before today: the minute
 * in which words appear would say whose they are.
 */
import type { RatingText } from '@linli/contracts/rating-texts'
import type { AnyService } from '@linli/contracts/ratings'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { maskText } from '../../platform/masking'
import { mayName } from '../../platform/names'
import { claim, type Idempotency } from '../../platform/idempotency'
import { nameFault } from '../../platform/own-words'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import { dayOf, startOfDay } from '../../platform/shanghai'
import { knownNames } from '../cases/service'
import { community, directory } from '../divisions/service'
import { badgeFor, isStaffOf, isSupervisorOf } from '../identity/policy'
import { contactOf, grantsOf } from '../identity/service'
import { notify } from '../notices/service'
import { behindText, findText, insertReply, publicTexts, type TextRow, textsToAnswer } from './text-store'

const pageSize = 20

const today = (deps: Deps): Date => startOfDay(dayOf(deps.clock.now()))

/** @throws Problem not_found */
export async function listRatingTexts(
  deps: Deps,
  code: string,
  service: AnyService | undefined,
  after: string | undefined,
) {
  await community(deps, code)
  const rows = await publicTexts(deps.db, today(deps), code, service, after, pageSize + 1)
  const { page, last } = pageOf(rows, pageSize)
  return { texts: page.map(present), next: last?.id }
}

/** @throws Problem not_found where the reader is not staff */
export async function listTextsToAnswer(
  deps: Deps,
  who: Who,
  asked: { division: string; show: 'open' | 'answered' },
  after: string | undefined,
) {
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  if (!isStaffOf(grants, asked.division) || !divisions.find(asked.division)) throw new Problem('not_found')
  const rows = await textsToAnswer(
    deps.db,
    today(deps),
    asked.division,
    asked.show === 'answered',
    after,
    pageSize + 1,
  )
  const { page, last } = pageOf(rows, pageSize)
  const texts = page.map((row) => ({
    ...present(row),
    communityName: divisions.find(row.community)?.name ?? '',
    public: row.forAll,
  }))
  return { texts, next: last?.id }
}

/**
 * What is answered is masked like what it answers: an office that names its visitor would undo it. It stands at once and
 * for good, so what may still hold a name is not taken.
 * @throws Problem not_found, not_allowed (supervisors read no text and answer none), reply_given, invalid_request
 */
export async function replyToText(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
  text: string,
): Promise<RatingText> {
  const [row, behind, grants] = await Promise.all([
    findText(deps.db, today(deps), id),
    behindText(deps.db, id),
    grantsOf(deps, who.accountId),
  ])
  if (!row || !behind) throw new Problem('not_found')
  if (!isStaffOf(grants, row.community))
    throw new Problem(isSupervisorOf(grants, row.community) ? 'not_allowed' : 'not_found')
  const { name: rater } = await contactOf(deps, behind.raterId)
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    const name = badgeFor(grants, row.community)
    const masked = maskText(text, await knownNames(deps, tx, behind.caseId, rater))
    if (mayName(masked)) throw new Problem('invalid_request', undefined, [nameFault('body.text')])
    const answered = await insertReply(tx, today(deps), id, { text: masked, by: who.accountId, name, at })
    if (!answered) throw new Problem('reply_given')
    await notify(tx, {
      id: deps.ids.id(),
      eventKey: `${answered.caseId}/reply`,
      accountId: answered.raterId,
      caseId: answered.caseId,
      kind: 'rating_replied',
      at,
      deliverAt: at,
    })
  })
  const after = await findText(deps.db, today(deps), id)
  if (!after) throw new Problem('not_found')
  return present(after)
}

const present = (row: TextRow): RatingText => ({
  id: row.id,
  service: row.service,
  text: row.text,
  supplement: row.supplement,
  reply:
    row.reply && row.replyName && row.repliedAt
      ? { text: row.reply, by: row.replyName, on: dayOf(row.repliedAt) }
      : null,
})
