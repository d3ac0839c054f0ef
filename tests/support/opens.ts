/** A walk of every notice that was delivered: what it opens, asked for by whom it was sent to. */
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import { type Notice, noticeOpens, type Opens } from '../../bff/contracts/src/notices'
import { deliverOverdue } from '../../bff/src/modules/notices/jobs'
import type { TestApp } from './app'
import { ok } from './story'
import { here, signIn } from './world'

const endpoints: Record<Opens['what'], EndpointName> = {
  rating: 'getRatingPage',
  follow_up: 'getFollowUp',
  desk_case: 'getCase',
  handled_case: 'getCase',
  case: 'getCase',
  alert: 'getCareAlert',
  child_days: 'getChildDays',
  child: 'getChild',
  care_day: 'getCareDay',
  line_moves: 'listProposedMoves',
  handed_cases: 'listHandled',
  contact_visits: 'listVisits',
  visits: 'listMyElders',
  elders: 'listElders',
  visit_figures: 'getVisitFigures',
  visit_family: 'listOwnFamily',
  tasks: 'listTasks',
  teams: 'listTeams',
}

export const rolesOf = async (app: TestApp, accountId: string): Promise<string[]> => {
  const { rows } = await app.database.pool.query<{ role: string }>(
    'SELECT role FROM grants WHERE account_id = $1 AND revoked_at IS NULL',
    [accountId],
  )
  return rows.map((row) => row.role)
}

export const opened = (app: TestApp, { what, id }: Opens, token: string) =>
  app.call(endpoints[what], {
    ...(what === 'line_moves' ? { query: { division: id } } : id !== '' && { params: { id } }),
    ...(what === 'visit_figures' && { query: { division: here.slice(0, 9) } }),
    ...((what === 'contact_visits' || what === 'elders') && { query: { community: here } }),
    ...(what === 'tasks' && { params: { community: here } }),
    ...(what === 'handed_cases' && { query: { show: 'handed' } }),
    token,
  })

export interface Walked {
  /** Every kind that was met. */
  kinds: string[]
  /** What did not open, with its answer; and of what opens nothing the kind alone. */
  shut: string[]
}

/** @param fine answers that have a page of their own, as that of a child that is frozen */
export async function walkNotices(app: TestApp, fine: readonly string[] = []): Promise<Walked> {
  app.clock.advance(1)
  await deliverOverdue(app.deps)
  const { rows } = await app.database.pool.query<{ account_id: string }>(
    'SELECT DISTINCT account_id FROM notices WHERE delivered_at IS NOT NULL',
  )
  const [kinds, shut] = [new Set<string>(), new Set<string>()]
  for (const { account_id: accountId } of rows) {
    const { token } = await signIn(app.deps, accountId)
    const roles = await rolesOf(app, accountId)
    const { notices } = await ok(app.call<{ notices: Notice[] }>('listNotices', { token }))
    for (const notice of notices) {
      kinds.add(notice.kind)
      const opens = noticeOpens(notice, roles)
      if (!opens) shut.add(notice.kind)
      else {
        const { status, problem } = await opened(app, opens, token)
        if (status !== 200 && !fine.includes(problem.code ?? ''))
          shut.add(`${notice.kind} ${problem.code ?? status}`)
      }
    }
  }
  return { kinds: [...kinds].sort(), shut: [...shut].sort() }
}
