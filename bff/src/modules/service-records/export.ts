/**
 * The promise: staff take the hours of their division to the national system in its fields; names only when they ask for
 * them and prove once more who they are, and every reading is written down first (docs/product.md › Rule 6).
 */
import { exportDays } from '@linli/contracts/service-records'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { addDays } from '../../platform/shanghai'
import { insertAccess, insertChildAccess } from '../cases/service'
import { directory } from '../divisions/service'
import { countTable } from '../exports/service'
import { badgeFor, isStaffOf, isSupervisorOf } from '../identity/policy'
import { demandConfirmed, grantsOf } from '../identity/service'
import { namesOf } from '../volunteers/service'
import { type ExportedRow, hoursOf } from './export-store'
import { hoursSheet } from './sheet'

const mostRows = 5_000

export interface AskedExport {
  division: string
  fromDay: string
  toDay: string
  named: boolean
}

/** @throws Problem not_found, not_allowed (a supervisor), confirm_needed (for names), export_too_large, tables_enough, invalid_request */
export async function exportServiceHours(deps: Deps, who: Who, asked: AskedExport) {
  const { division, fromDay, toDay, named } = asked
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  if (!isStaffOf(grants, division))
    throw new Problem(isSupervisorOf(grants, division) ? 'not_allowed' : 'not_found')
  mustBeSpan(asked)
  if (named) await demandConfirmed(deps, who)
  await countTable(deps, who)
  const { rows, names } = await deps.db.transaction(async (tx) => {
    const found = await hoursOf(tx, { division, fromDay, toDay, limit: mostRows + 1 })
    if (found.length > mostRows) throw new Problem('export_too_large')
    if (!named) return { rows: found, names: undefined }
    await record(deps, tx, who, badgeFor(grants, division), found)
    const parties = [...new Set(found.map(({ partyId }) => partyId))]
    return { rows: found, names: await namesOf(deps, tx, parties) }
  })
  const file = await hoursSheet(rows, names, (code) => divisions.find(code)?.fullName ?? '')
  return { fileName: `志愿服务时长-${fromDay}-${toDay}.xlsx`, base64: file.toString('base64') }
}

function mustBeSpan({ fromDay, toDay }: AskedExport): void {
  if (fromDay <= toDay && toDay < addDays(fromDay, exportDays)) return
  throw new Problem('invalid_request', undefined, [
    { path: 'body.toDay', code: 'too_big', message: '请选一年以内的一段时间' },
  ])
}

/** Each of them reads that their name was; once a person, however many tasks. */
async function record(
  deps: Deps,
  tx: Tx,
  who: Who,
  badge: string,
  rows: readonly ExportedRow[],
): Promise<void> {
  const by = { readerId: who.accountId, readerName: badge, at: deps.clock.now() }
  const latest = [...new Map(rows.map((row) => [row.partyId, row])).values()]
  for (const { childId, subjectId, caseId } of latest)
    if (childId === null)
      await insertAccess(tx, { ...by, id: deps.ids.id(), subjectId, tag: 'contact', caseId })
  const reads = latest.flatMap(({ childId, caseId }) =>
    childId === null ? [] : [{ id: deps.ids.id(), childId, tag: 'child' as const, caseId }],
  )
  if (reads.length > 0) await insertChildAccess(tx, { ...by, reads })
}
