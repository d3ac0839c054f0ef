/**
 * The promise: hours are what coming and going give, or what the organiser says; they are confirmed by a time that is said,
 * the volunteer may object, and nothing that was said is changed: what counts is what was said last.
 */
import type { SignupDetail } from '@linli/contracts/signup-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { addWorkingDays } from '../../platform/calendar'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { advance, authorise, getCase } from '../cases/service'
import { settingsInside } from '../divisions/service'
import { holdLeading } from '../teams/service'
import { proposedOf } from './kind'
import { insertHours } from './attendance-store'
import { mostHalves } from './rules'
import type { SignupFacts } from './store'

export interface Said {
  id: string
  action: 'credit' | 'miss' | 'dispute'
  halves?: number
  note: string | null
}

/** @throws Problem not_found, not_allowed, action_not_open, invalid_request (longer than the task), idempotency_key_reused */
export async function decideHours(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, action, halves, note }: Said,
): Promise<SignupDetail> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    await holdLeading(tx, who.accountId)
    const authorised = await authorise(deps, tx, who, { id, action, note, type: 'signup' }, at)
    const { row, by } = authorised
    const facts = authorised.facts as SignupFacts
    if (action === 'credit') withinTask(facts, halves ?? 0)
    if (action !== 'dispute')
      await insertHours(tx, {
        caseId: id,
        halves: action === 'miss' ? 0 : (halves ?? 0),
        proposed: proposedOf(facts),
        saidBy: who.accountId,
        badge: by.actorName ?? '',
        at,
      })
    const settings = await settingsInside(tx, row.community)
    const dueAt =
      action === 'dispute'
        ? addWorkingDays(at, settings.hours_confirm_days, settings.office_hours, settings.calendar_days)
        : null
    await advance(deps, tx, [authorised], { note, at, change: { dueAt, escalatedAt: null } })
  })
  const found = await getCase(deps, who, id)
  if (found.type !== 'signup') throw new Problem('not_found')
  return found
}

/** @throws Problem invalid_request where it is longer than the task */
function withinTask({ startsAt, endsAt }: SignupFacts, halves: number): void {
  const most = mostHalves({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })
  if (halves <= most) return
  const message = `任务一共 ${most / 2} 小时，时长不能更多`
  throw new Problem('invalid_request', undefined, [{ path: 'body.halves', code: 'too_big', message }])
}
