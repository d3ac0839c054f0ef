/** The promise: a paper counts after staff have seen it, until its last day, and not a day longer. */
import type { PaperKind, VolunteerDetail } from '@linli/contracts/volunteer-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { dayOf } from '../../platform/shanghai'
import { advance, authorise } from '../cases/service'
import * as store from './papers-store'
import { volunteerCase } from './service'

/** @throws Problem not_found, not_allowed, action_not_open, paper_over, idempotency_key_reused */
export async function addPaper(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, kind, validUntil }: { id: string; kind: PaperKind; validUntil: string },
): Promise<VolunteerDetail> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    const asked = { id, action: 'add_paper', note: null, type: 'volunteer' }
    const authorised = await authorise(deps, tx, who, asked, at)
    if (validUntil < dayOf(at)) throw new Problem('paper_over')
    await store.insertPaper(tx, { id: deps.ids.id(), caseId: id, kind, validUntil, by: who.accountId, at })
    await advance(deps, tx, [authorised], { at })
  })
  return volunteerCase(deps, who, id)
}

/** @throws Problem not_found (also of the paper), not_allowed, action_not_open, idempotency_key_reused */
export async function revokePaper(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, paperId }: { id: string; paperId: string },
): Promise<VolunteerDetail> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    const asked = { id, action: 'revoke_paper', note: null, type: 'volunteer' }
    const authorised = await authorise(deps, tx, who, asked, at)
    const revoked = await store.revokePaper(tx, { id: paperId, caseId: id, by: who.accountId, at })
    if (!revoked) throw new Problem('not_found')
    await advance(deps, tx, [authorised], { at })
  })
  return volunteerCase(deps, who, id)
}
