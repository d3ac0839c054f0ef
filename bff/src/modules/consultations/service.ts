/**
 * The promise: what is asked and answered is read by two people alone, whoever asked and whoever works on it; the state of
 * the case, its line, its notice and whoever is given it are written together or not at all.
 */
import type { AskedConsultation } from '@linli/contracts/consultations'
import type { ThreadLine } from '@linli/contracts/consultation-thread'
import { handedPart } from '@linli/contracts/consultation-thread'
import { type ConsultationDetail, neutralTitle } from '@linli/contracts/consultation-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { readOf } from '../../platform/read'
import { dayMs } from '../../platform/shanghai'
import { createCaseKey } from '../case-keys/service'
import type { Change } from '../cases/kind'
import { advance, type Authorised, authorise, getCase, openCase } from '../cases/service'
import { community, directory, settingsInside } from '../divisions/service'
import { findHandler, oppositeOf } from './assign'
import { handTo } from './assign-store'
import { answerDue } from './due'
import { giveOnUnlessFree } from './give-on'
import { consultationKind } from './kind'
import { addLine } from './lines'
import { tellHanded } from './moved'
import { bringBack } from './referral/back'
import { silenceEnds } from './silence'
import * as store from './store'
import { linesOfAdviser } from './thread'

export async function consultationOf(deps: Deps, who: Who, id: string): Promise<ConsultationDetail> {
  const found = await getCase(deps, who, id)
  if (found.type !== 'consultation') throw new Problem('not_found')
  return found
}

/**
 * So long what was taken back counts as if it were open: whoever gets whom, against whom they name, says who advises whom, and
 * nobody shall ask that of a whole village in an hour.
 */
const takenBackMs = 7 * dayMs

/** @throws Problem not_found (no such community), consultations_open, consultations_taken_back, file_gone, idempotency_key_reused */
export async function requestConsultation(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: AskedConsultation,
): Promise<ConsultationDetail> {
  await community(deps, asked.community)
  const settings = (await directory(deps)).settings(asked.community)
  const id = await deps.db.transaction(async (tx) => {
    const [at, fresh] = [deps.clock.now(), deps.ids.id()]
    const known = await claim(tx, idempotency, fresh, at)
    if (known) return known
    await mayAsk(tx, who.accountId, settings.consultations_open_most, at)
    const dueAt = answerDue(settings, at)
    await openCase(deps, tx, consultationKind, {
      id: fresh,
      community: asked.community,
      subjectId: who.accountId,
      actorId: who.accountId,
      actorRole: 'self',
      state: 'waiting',
      title: neutralTitle,
      dueAt,
      at,
    })
    await keep(deps, tx, { caseId: fresh, accountId: who.accountId, asked, at })
    const given = await findHandler(deps, tx, {
      caseId: fresh,
      community: asked.community,
      dueAt,
      but: [],
      at,
    })
    await handTo(tx, { caseId: fresh, ...given, unopenedHours: settings.consultation_unopened_hours, at })
    await tellHanded(deps, tx, { caseId: fresh, ...given, at })
    return fresh
  })
  return consultationOf(deps, who, id)
}

/** @throws Problem consultations_open, consultations_taken_back */
async function mayAsk(tx: Tx, accountId: string, most: number, at: Date): Promise<void> {
  const { open, takenBack } = await store.openOf(tx, accountId, new Date(at.getTime() - takenBackMs))
  if (open >= most) throw new Problem('consultations_open')
  if (open + takenBack >= most) throw new Problem('consultations_taken_back')
}

interface Keeping {
  caseId: string
  accountId: string
  asked: AskedConsultation
  at: Date
}

/** What was asked: sealed by a key of this case's own, the words as the first line of the thread. */
async function keep(deps: Deps, tx: Tx, { caseId, accountId, asked, at }: Keeping): Promise<void> {
  const key = await createCaseKey(deps, tx, caseId)
  const { community: office, unnamed, urgency, reach, opposite, words, files, ...more } = asked
  await store.insertConsultation(tx, {
    caseId,
    urgent: urgency !== 'none',
    unnamed,
    reach,
    office,
    parts: handedPart.options,
    intakeSealed: key.seal('consultations.intake_sealed', caseId, JSON.stringify({ urgency, ...more })),
    opposite: opposite === null ? null : sealedOpposite(deps, caseId, opposite),
  })
  await addLine(deps, tx, { caseId, by: { accountId, badge: null }, kind: 'question', words, files, at })
}

const sealedOpposite = ({ cipher }: Deps, caseId: string, name: string) => ({
  sealed: cipher.encrypt('consultations.opposite_enc', caseId, name),
  hash: oppositeOf(cipher, name),
})

export interface Saying {
  id: string
  action: 'add' | 'answer' | 'ask' | 'correct' | 'thank' | 'close' | 'cancel'
  words?: string
  files?: readonly string[]
  /** The line that is corrected. */
  n?: number
}

const lineKind: Partial<Record<Saying['action'], ThreadLine['kind']>> = {
  add: 'question',
  answer: 'answer',
  ask: 'ask',
  correct: 'correction',
  thank: 'thanks',
}

/** @throws Problem not_found, not_allowed, action_not_open, file_gone, idempotency_key_reused */
export async function say(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  saying: Saying,
): Promise<ConsultationDetail> {
  const { id, action, words, files, n } = saying
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    await bringBack(deps, tx, id, at)
    const asked = { id, action, note: null, type: 'consultation' }
    const authorised = await authorise(deps, tx, who, asked, at)
    const corrects = n === undefined ? undefined : await ownLine(tx, id, n, who.accountId)
    const by = { accountId: who.accountId, badge: authorised.by.actorName }
    const kind = lineKind[action]
    if (kind) await addLine(deps, tx, { caseId: id, by, kind, words: words ?? null, files, corrects, at })
    const change = await changeOf(tx, action, authorised, at)
    await advance(deps, tx, [authorised], { at, change })
    // What was closed counted for nobody's conflict of interest: whoever had it may advise the other side by now.
    if (action === 'add' && authorised.transition.from === 'closed') await giveOnUnlessFree(deps, tx, id, at)
  })
  return consultationOf(deps, who, id)
}

/**
 * Only a line of one's own can be corrected, named by the number under which its adviser reads it.
 * @returns its number in the thread
 * @throws Problem not_found
 */
async function ownLine(tx: Tx, caseId: string, n: number, accountId: string): Promise<number> {
  const inThread = (await linesOfAdviser(readOf(tx), caseId))[n - 1]
  const line = inThread === undefined ? undefined : await store.lineAt(tx, caseId, inThread)
  if (inThread === undefined || line?.authorId !== accountId || line.kind === 'thanks')
    throw new Problem('not_found')
  return inThread
}

/** What a move sets beside its state, on the case and on the row beside it. */
async function changeOf(tx: Tx, action: Saying['action'], { row }: Authorised, at: Date): Promise<Change> {
  if (action === 'answer') await store.markAnswered(tx, row.id, at)
  if (action === 'answer' || action === 'ask')
    return { dueAt: null, lapsesAt: await silenceEnds(tx, row, at) }
  const settings = await settingsInside(tx, row.community)
  if (action === 'close')
    await store.markAskUntil(tx, row.id, new Date(at.getTime() + settings.consultation_ask_on_days * dayMs))
  if (action === 'thank') await store.markThanked(tx, row.id, at)
  if (action !== 'add' || row.state === 'waiting') return {}
  return { dueAt: answerDue(settings, at), escalatedAt: null }
}
