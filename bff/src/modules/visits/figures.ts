/** The promise: n of N is one formula, for the month that goes on and for what was frozen; counts, and no names. */
import type { DivisionVisits, VisitCounts } from '@linli/contracts/visit-figures'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { Problem } from '../../platform/problem'
import { readOf } from '../../platform/read'
import { dayOf } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { grantsOf } from '../identity/service'
import { groupsOf, monthNames, monthsIn, type MonthRow } from './month-store'
import { countsIn } from './policy'
import { added, countsOf, lastOf, monthOf, nobody, type RosterGroup } from './rules'

/** What was frozen, and beside it who was seen by what came later. */
const frozenOf = (row: MonthRow, late: number): VisitCounts => ({
  listed: row.listed ?? 0,
  seen: row.seen ?? 0,
  hospital: row.hospital ?? 0,
  refused: row.refused ?? 0,
  unseen: row.unseen ?? 0,
  gone: row.gone ?? 0,
  late,
})

/** By community: what was frozen, else what is known by that day. */
async function countedIn(deps: Deps, division: string, month: string) {
  const today = dayOf(deps.clock.now())
  const day = today < lastOf(month) ? today : lastOf(month)
  return deps.db.snapshot(async (tx) => {
    const read = readOf(tx)
    const groups = new Map<string, RosterGroup[]>()
    for (const { community, ...group } of await groupsOf(read, { division, month, day }))
      groups.set(community, [...(groups.get(community) ?? []), group])
    const rows = await monthsIn(read, division, month)
    const counts = new Map(
      rows.map((row) => {
        const live = countsOf(groups.get(row.community) ?? [])
        return [row.community, row.frozenAt === null ? live : frozenOf(row, live.late)]
      }),
    )
    const frozen = rows.map(({ frozenAt }) => frozenAt)
    const whole = frozen.length > 0 && frozen.every((at) => at !== null)
    const frozenAt = whole ? new Date(Math.max(...frozen.map((at) => at.getTime()))) : null
    return { counts, frozenAt, months: (await monthNames(read, division)).map((row) => row.month) }
  })
}

const sumIn = (counts: ReadonlyMap<string, VisitCounts>, division: string): VisitCounts =>
  [...counts]
    .filter(([code]) => code.startsWith(division))
    .reduce((sum, [, each]) => added(sum, each), nobody())

/** @throws Problem not_found where no grant of the reader's reaches the division */
export async function getVisitFigures(
  deps: Deps,
  who: Who,
  asked: { division: string; month?: string | undefined },
) {
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  const division = divisions.find(asked.division)
  if (!division || !countsIn(grants, asked.division)) throw new Problem('not_found')
  const now = monthOf(deps.clock.now())
  const month = asked.month ?? now
  const { counts, frozenAt, months } = await countedIn(deps, asked.division, month)
  const below: DivisionVisits[] = divisions
    .children(asked.division)
    .map(({ code, name }) => ({ code, name, counts: sumIn(counts, code) }))
  return {
    division: division.code,
    name: division.name,
    month,
    frozenAt: frozenAt?.toISOString() ?? null,
    months: months.includes(now) ? months : [now, ...months],
    counts: sumIn(counts, asked.division),
    below,
  }
}
