/**
 * The promise: no table leaves a division unless it is written down who took it, of what and how much; whoever watches over the
 * division reads that, and nobody changes it.
 */
import type { ExportKind, ExportRecord } from '@linli/contracts/export-records'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { tableFiles } from '../../http/limits'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import { directory } from '../divisions/service'
import { isStaffOf, isSupervisorOf, nearestBadge } from '../identity/policy'
import { type GrantFact, grantsOf } from '../identity/service'
import { insertRecord, recordsOf } from './store'

export interface Taken {
  kind: ExportKind
  division: string
  span: { fromDay: string; toDay: string } | null
  lines: number
}

/** Before it is read: each is made anew. @throws Problem tables_enough, which says when there is another */
export const countTable = ({ rates }: Pick<Deps, 'rates'>, who: Who): Promise<void> =>
  rates.within([[tableFiles, who.accountId]], 'tables_enough')

/** Before the table is given. */
export const recordExport = (
  deps: Deps,
  who: Who,
  grants: readonly GrantFact[],
  taken: Taken,
): Promise<void> =>
  insertRecord(deps.db, {
    ...taken,
    id: deps.ids.id(),
    byId: who.accountId,
    byName: nearestBadge(grants, taken.division),
    at: deps.clock.now(),
  })

const pageSize = 40

/** @throws Problem not_found, not_allowed (staff, whose own tables these are) */
export async function listExportRecords(
  deps: Deps,
  who: Who,
  division: string,
  after: { at: Date; id: string } | undefined,
) {
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  if (!isSupervisorOf(grants, division) || !divisions.find(division))
    throw new Problem(isStaffOf(grants, division) ? 'not_allowed' : 'not_found')
  const { page, last } = pageOf(await recordsOf(deps.db, division, after, pageSize + 1), pageSize)
  const records: ExportRecord[] = page.map(({ at, ...row }) => ({
    ...row,
    divisionName: divisions.find(row.division)?.name ?? '',
    at: at.toISOString(),
  }))
  return { records, next: last }
}
