/** What is kept for a time and no longer, of every module. */
import type { Deps } from './deps'
import { forgetKeys } from './platform/idempotency'
import { forgetBudgets, forgetExpired } from './modules/identity/service'
import { forgetOldNumbers } from './modules/identity/counter'
import { forgetChildren } from './modules/children/jobs'
import { forgetPairingCodes } from './modules/care/jobs'
import { forgetConsultations } from './modules/consultations/forget'
import { forgetNeeds } from './modules/needs/forget'
import { forgetQuotas } from './modules/files/jobs'
import { forgetRatings } from './modules/ratings/jobs'
import { forgetRosters } from './modules/roster-imports/service'
import { forgetVisits } from './modules/visits/forget'
import { dayMs } from './platform/shanghai'

/**
 * A key answers for a week: longer than any phone keeps a queued tap. Codes and sessions that have expired are kept a
 * little, to tell their owner so; children by their own terms. Batch by batch, so that no backlog is too much for one
 * statement.
 */
export async function forgetOld(deps: Deps): Promise<number> {
  const { db, clock } = deps
  const before = (days: number): Date => new Date(clock.now().getTime() - days * dayMs)
  return (
    (await forgetKeys(db, before(7))) +
    (await forgetExpired(db, before(1), before(30))) +
    (await forgetBudgets(db, { budgets: before(2), devices: before(400) })) +
    (await forgetOldNumbers(db, before(30))) +
    (await forgetPairingCodes(db, before(1))) +
    (await forgetQuotas(deps)) +
    (await forgetChildren(deps)) +
    (await forgetRatings(deps)) +
    (await forgetConsultations(deps)) +
    (await forgetNeeds(deps)) +
    (await forgetVisits(deps)) +
    (await forgetRosters(deps))
  )
}
