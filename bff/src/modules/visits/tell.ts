/** Who is told of what: of an elder whom nobody finds, and the family that somebody was there. No notice names anybody. */
import type { NoticeKind } from '@linli/contracts/notices'
import { counts, monthBefore, monthOf, urgentBy } from './rules'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { dayOf } from '../../platform/shanghai'
import { notify } from '../notices/service'
import { familyToTell } from './family-store'
import { officeOf } from './office-store'
import type { ElderRow } from './store'
import { standingSince } from './visit-store'

export const told = (
  { ids }: Pick<Deps, 'ids'>,
  tx: Tx,
  { accountId, kind, event, at }: { accountId: string; kind: NoticeKind; event: string; at: Date },
): Promise<void> =>
  notify(tx, {
    id: ids.id(),
    eventKey: `${kind}/${event}/${accountId}`,
    accountId,
    caseId: null,
    kind,
    at,
    deliverAt: at,
  })

/** Twice not at home within two days: grid workers and staff of the community, and whoever visits, once. */
export async function tellUrgent(deps: Pick<Deps, 'ids'>, tx: Tx, elder: ElderRow, now: Date): Promise<void> {
  const visits = await standingSince(tx, [elder.id], monthBefore(monthOf(now)))
  const urgent = urgentBy(visits)
  if (!urgent) return
  for (const accountId of await officeOf(tx, elder.community))
    await told(deps, tx, { accountId, kind: 'visit_urgent', event: `${elder.id}/${urgent.id}`, at: now })
}

/** That somebody was there today, and nothing of what was met; once a day. */
export async function tellFamily(
  deps: Pick<Deps, 'ids'>,
  tx: Tx,
  elder: ElderRow,
  kept: readonly { at: string; outcome: Parameters<typeof counts>[0] }[],
  now: Date,
): Promise<void> {
  const today = dayOf(now)
  if (!kept.some(({ at, outcome }) => counts(outcome) && dayOf(new Date(at)) === today)) return
  for (const { id, accountId } of await familyToTell(tx, elder.id))
    await told(deps, tx, { accountId, kind: 'visit_done', event: `${id}/${today}`, at: now })
}
