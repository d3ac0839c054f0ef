/**
 * The promise: words that no checker could decide are looked at by a person, once, and never by the unit they are about
 * (docs/product.md › Ratings); their writer is told what was decided and why.
 */
import { type DoubtfulText, isIn, type TextJudgement, withHidden } from '@linli/contracts/rating-texts'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { claim, type Idempotency } from '../../platform/idempotency'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import { dayOf } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { divisionsAbove, unitsOf } from '../follow-ups/policy'
import { grantsOf } from '../identity/service'
import { notify } from '../notices/service'
import {
  behindWords,
  countDoubtful,
  doubtfulTexts,
  doubtfulWords,
  type DoubtfulRow,
  putJudgement,
  type Reach,
} from './judgement-store'
import { judgingRefusal } from './policy'

const pageSize = 20
/** Who has so many to look at needs no exact number. */
const mostCounted = 100

/** @throws Problem not_found where the reader is not staff of a unit above communities */
export async function listDoubtfulTexts(
  deps: Deps,
  { accountId }: Who,
  division: string,
  after: { id: string; part: string } | undefined,
) {
  const [grants, divisions] = await Promise.all([grantsOf(deps, accountId), directory(deps)])
  const reached = divisionsAbove(grants).some((above) => division.startsWith(above))
  if (!reached || !divisions.find(division)) throw new Problem('not_found')
  const reach: Reach = { readerId: accountId, division, units: unitsOf(grants) }
  const [rows, waiting] = await Promise.all([
    doubtfulTexts(deps.db, reach, after, pageSize + 1),
    countDoubtful(deps.db, reach, mostCounted),
  ])
  const { page, last } = pageOf(rows, pageSize)
  const texts = page.map((row) => present(row, divisions.find(row.community)?.name ?? ''))
  return { texts, waiting, next: last }
}

/**
 * @throws Problem not_found, not_allowed, action_not_open (somebody was first, or the words are gone), invalid_request
 *   (what should be hidden is not in the words)
 */
export async function judgeText(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
  judgement: TextJudgement,
) {
  const behind = await admitted(deps, who, id)
  const { part, verdict, reason, hide = [] } = judgement
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    const words = await doubtfulWords(tx, id, part)
    if (words === undefined) throw new Problem('action_not_open')
    checkHidden(words, hide)
    const decided = { part, verdict, reason, words, shown: withHidden(words, hide), by: who.accountId, at }
    if (!(await putJudgement(tx, id, decided))) throw new Problem('action_not_open')
    await notify(tx, {
      id: deps.ids.id(),
      eventKey: `${behind.caseId}/judged/${part}`,
      accountId: behind.raterId,
      caseId: behind.caseId,
      kind: verdict === 'pass' ? 'rating_text_passed' : 'rating_text_refused',
      at,
      deliverAt: at,
    })
  })
  return { id, part, verdict, reason: reason ?? null }
}

function checkHidden(words: string, hide: readonly string[]): void {
  const faults = hide.flatMap((piece, n) =>
    isIn(words, piece)
      ? []
      : [{ path: `body.hide.${n}`, code: 'not_in_words', message: '这段话里没有这几个字' }],
  )
  if (faults.length > 0) throw new Problem('invalid_request', undefined, faults)
}

async function admitted(deps: Deps, { accountId }: Who, id: string) {
  const [behind, grants] = await Promise.all([behindWords(deps.db, id, accountId), grantsOf(deps, accountId)])
  const refusal = behind ? judgingRefusal(behind, accountId, grants) : 'not_found'
  if (!behind || refusal) throw new Problem(refusal ?? 'not_found')
  return behind
}

const present = (row: DoubtfulRow, communityName: string): DoubtfulText => ({
  id: row.id,
  part: row.part,
  communityName,
  service: row.service,
  text: row.text,
  public: row.forAll,
  since: dayOf(row.since),
})
