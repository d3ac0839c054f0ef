/**
 * The promise: what somebody says of the app or the service reaches those who can change it, without names and numbers;
 * the same is kept once, and its writer reads the answer.
 */
import type { DeskFeedback, FeedbackAbout, OwnFeedback } from '@linli/contracts/feedback'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { proveErasure } from '../../platform/erasure'
import { maskText } from '../../platform/masking'
import { nameForm } from '../../platform/name-form'
import { mayName } from '../../platform/names'
import { claim, type Idempotency } from '../../platform/idempotency'
import { nameFault } from '../../platform/own-words'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import { insertAccess } from '../cases/service'
import { community, directory } from '../divisions/service'
import { isStaffOf, isSupervisorOf } from '../identity/policy'
import { type GrantFact, grantsOf } from '../identity/service'
import * as store from './store'

export { emptyFeedback, feedbackOf } from './account-store'

/** So much may one account write in a day. */
export const mostADay = 5
const dayMs = 86_400_000
const pageSize = 30

interface Said {
  community: string
  about: FeedbackAbout
  text: string
  phone?: string | undefined
}

/** The same words of one person, however they are spaced, are one. @throws Problem not_found, feedback_enough */
export async function writeFeedback(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  said: Said,
): Promise<OwnFeedback> {
  const { clock, db, cipher, ids } = deps
  const place = await community(deps, said.community)
  const id = ids.id()
  const kept = await db.transaction(async (tx) => {
    const at = clock.now()
    await store.holdWriter(tx, who.accountId)
    const last = await store.lastOf(tx, who.accountId)
    const same = last.find(
      (row) =>
        row.answeredAt === null &&
        isSame(cipher.decrypt('feedback.text_enc', row.id, row.textEnc), said.text),
    )
    const before = await claim(tx, idempotency, same?.id ?? id, at)
    if (before ?? same) return before ?? same?.id ?? id
    const dayAgo = new Date(at.getTime() - dayMs)
    if (last.filter(({ writtenAt }) => writtenAt > dayAgo).length >= mostADay)
      throw new Problem('feedback_enough')
    await store.insertFeedback(tx, {
      id,
      accountId: who.accountId,
      communityCode: place.code,
      about: said.about,
      textEnc: cipher.encrypt('feedback.text_enc', id, said.text),
      shown: maskText(said.text, await namesOf(deps, tx, place.code, who.accountId)),
      phoneEnc: said.phone === undefined ? null : cipher.encrypt('feedback.phone_enc', id, said.phone),
      writtenAt: at,
    })
    return id
  })
  const row = await store.findFeedback(db, kept)
  if (!row) throw new Problem('busy')
  return own(deps, row)
}

const isSame = (a: string, b: string): boolean => (nameForm(a) || a) === (nameForm(b) || b)

async function namesOf({ cipher }: Deps, tx: Tx, place: string, accountId: string): Promise<string[]> {
  const { badges, accounts, keepers, children } = await store.namesThere(tx, place, accountId)
  return [
    ...badges,
    ...accounts.map(({ id, nameEnc }) => cipher.decrypt('accounts.name_enc', id, nameEnc)),
    ...keepers.map(({ id, nameEnc }) => cipher.decrypt('facilities.keeper_name_enc', id, nameEnc)),
    ...children.flatMap(({ id, nickname, profileEnc }) => [
      nickname,
      ...(profileEnc
        ? [(JSON.parse(cipher.decrypt('children.profile_enc', id, profileEnc)) as { name: string }).name]
        : []),
    ]),
  ]
}

const answerOf = ({ answer, answerer, answeredAt }: store.FeedbackRow) =>
  answer !== null && answerer !== null && answeredAt !== null
    ? { text: answer, by: answerer, at: answeredAt.toISOString() }
    : null

const own = ({ cipher }: Deps, row: store.FeedbackRow): OwnFeedback => ({
  id: row.id,
  about: row.about,
  text: cipher.decrypt('feedback.text_enc', row.id, row.textEnc),
  at: row.writtenAt.toISOString(),
  answer: answerOf(row),
})

export async function listOwnFeedback(deps: Deps, who: Who, after: store.Place | undefined) {
  const rows = await store.ownFeedback(deps.db, who.accountId, after, pageSize + 1)
  const { page, last } = pageOf(rows, pageSize)
  return { feedback: page.map((row) => own(deps, row)), next: last && { at: last.writtenAt, id: last.id } }
}

/** Read in place of words in which somebody may still be named by whoever only looks on. */
const unread = '（可能写了人名，由当地工作人员查看）'

/** Staff and supervisors of the place and of all above it. */
const mayRead = (grants: readonly GrantFact[], place: string): boolean =>
  isStaffOf(grants, place) || isSupervisorOf(grants, place)

const presenting = async (deps: Deps, grants: readonly GrantFact[]) => {
  const divisions = await directory(deps)
  return (row: store.FeedbackRow): DeskFeedback => ({
    id: row.id,
    about: row.about,
    communityName: divisions.find(row.communityCode)?.name ?? '',
    text: mayName(row.shown) && !isStaffOf(grants, row.communityCode) ? unread : row.shown,
    at: row.writtenAt.toISOString(),
    canCall: row.phoneEnc !== null && isStaffOf(grants, row.communityCode),
    answer: answerOf(row),
  })
}

/** @throws Problem not_found where no grant of the reader's reaches the division */
export async function listFeedback(
  deps: Deps,
  who: Who,
  asked: { division: string; show: 'open' | 'answered' },
  after: store.Place | undefined,
) {
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  if (!mayRead(grants, asked.division) || !divisions.find(asked.division)) throw new Problem('not_found')
  const wanted = { division: asked.division, answered: asked.show === 'answered' }
  const { page, last } = pageOf(await store.feedbackIn(deps.db, wanted, after, pageSize + 1), pageSize)
  const present = await presenting(deps, grants)
  return { feedback: page.map(present), next: last && { at: last.writtenAt, id: last.id } }
}

/** @throws Problem not_found for whom it does not exist */
async function found(deps: Deps, who: Who, id: string) {
  const [row, grants] = await Promise.all([store.findFeedback(deps.db, id), grantsOf(deps, who.accountId)])
  if (!row || !mayRead(grants, row.communityCode)) throw new Problem('not_found')
  return { row, grants }
}

/** The badge under which somebody answers: of the grant nearest to the place. */
const badge = (grants: readonly GrantFact[], place: string): string =>
  grants.filter((grant) => mayRead([grant], place)).sort((a, b) => b.division.length - a.division.length)[0]
    ?.displayName ?? ''

/**
 * What is answered is masked like what it answers, and not taken where it may still name somebody.
 * @throws Problem not_found, not_allowed (one's own words), feedback_answered, invalid_request
 */
export async function answerFeedback(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
  text: string,
): Promise<DeskFeedback> {
  const { row, grants } = await found(deps, who, id)
  if (row.accountId === who.accountId) throw new Problem('not_allowed')
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    const name = badge(grants, row.communityCode)
    const known = await namesOf(deps, tx, row.communityCode, row.accountId)
    const masked = maskText(text, known)
    if (mayName(masked)) throw new Problem('invalid_request', undefined, [nameFault('body.text')])
    if (!(await store.putAnswer(tx, id, { text: masked, by: who.accountId, name, at })))
      throw new Problem('feedback_answered')
    const fields = { contact: row.phoneEnc === null ? 0 : 1 }
    await proveErasure(tx, { aboutId: id, cause: 'retention', fields, at })
  })
  const [{ row: after }, present] = [await found(deps, who, id), await presenting(deps, grants)]
  return present(after)
}

/**
 * The record is written before the answer is made, and its writer reads it (docs/product.md › Rule 6). Supervisors see nothing
 * private.
 * @throws Problem not_found, contact_not_justified
 */
export async function readFeedbackPhone(deps: Deps, who: Who, id: string): Promise<{ phone: string }> {
  const { row, grants } = await found(deps, who, id)
  if (row.phoneEnc === null || !isStaffOf(grants, row.communityCode))
    throw new Problem('contact_not_justified')
  await insertAccess(deps.db, {
    id: deps.ids.id(),
    subjectId: row.accountId,
    readerId: who.accountId,
    readerName: badge(grants, row.communityCode),
    tag: 'contact',
    caseId: null,
    feedbackId: id,
    at: deps.clock.now(),
  })
  return { phone: deps.cipher.decrypt('feedback.phone_enc', id, row.phoneEnc) }
}
