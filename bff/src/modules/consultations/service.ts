/** The promise: whoever asks gets an answer, by a time that is said, or somebody above hears of it. */
import type { ConsultationDetail } from '@linli/contracts/consultation-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { promised } from '../../platform/calendar'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { advance, authorise, caseWords, getCase, openCase } from '../cases/service'
import { community, directory } from '../divisions/service'
import { grantsOf } from '../identity/service'
import { consultationKind } from './kind'
import { insertConsultation } from './store'

async function read(deps: Deps, who: Who, id: string): Promise<ConsultationDetail> {
  const found = await getCase(deps, who, id)
  if (found.type !== 'consultation') throw new Problem('not_found')
  return found
}

/** @throws Problem not_found (no such community), idempotency_key_reused */
export async function requestConsultation(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  wanted: { community: string; wish: string; urgent: boolean },
): Promise<ConsultationDetail> {
  await community(deps, wanted.community)
  const settings = (await directory(deps)).settings(wanted.community)
  const id = await deps.db.transaction(async (tx) => {
    const [at, fresh] = [deps.clock.now(), deps.ids.id()]
    const known = await claim(tx, idempotency, fresh, at)
    if (known) return known
    const minutes = settings.booking_answer_hours * 60
    await openCase(deps, tx, consultationKind, {
      id: fresh,
      community: wanted.community,
      subjectId: who.accountId,
      actorId: who.accountId,
      actorRole: 'self',
      state: 'pending',
      title: '法律咨询',
      dueAt: promised(at, minutes, settings.office_hours, settings.calendar_days).by,
      at,
    })
    await insertConsultation(tx, { caseId: fresh, wish: wanted.wish, urgent: wanted.urgent })
    return fresh
  })
  return read(deps, who, id)
}

export interface Decision {
  id: string
  action: 'complete' | 'refuse' | 'cancel'
  note: string | null
}

/** @throws Problem not_found, not_allowed, action_not_open, invalid_request, idempotency_key_reused */
export async function decideConsultation(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  decision: Decision,
): Promise<ConsultationDetail> {
  const grants = await grantsOf(deps, who.accountId)
  const { id, note } = decision
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    const authorised = await authorise(
      deps,
      tx,
      { ...who, grants },
      { ...decision, type: 'consultation' },
      at,
    )
    await caseWords(deps, tx, { caseId: id, words: note, path: 'body.note' })
    await advance(deps, tx, [authorised], { note, at })
  })
  return read(deps, who, id)
}
