/** The promise: the home page shows first what waits for its reader, then what comes next. */
import type { CaseSummary } from '@linli/contracts/cases'
import type { Deps } from '../../deps'
import { addDays, dayOf, startOfDay } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { type Hydrated, hydrate } from './hydrate'
import { openCasesOf } from './mine-store'
import { summaryOf } from './present'
import type { CaseRow } from './row'

/** Nobody has so many open matters that the first to come is not among these. */
const most = 50

/**
 * An offer that lapses and waits for an answer, else the soonest of what a person has, else of what they only hope for.
 * What waits for their word without a day of its own, and may wait for ever, stands behind what is today, before the rest.
 */
export async function nextCase(deps: Deps, accountId: string): Promise<CaseSummary | null> {
  const now = deps.clock.now()
  const rows = await openCasesOf(deps.db, accountId, [...deps.kinds.keys()], now, most)
  const cases = await hydrate(deps, deps.db.statement, rows)
  const at = await nextInstants(deps, cases, now)
  const inOrder = cases
    .filter((one) => isUseful(one, now))
    .map((one) => ({ one, rank: rankOf(one), at: at(one) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at || (a.one.row.id < b.one.row.id ? -1 : 1))
  const [first] = inOrder
  if (!first) return null
  const next = summaryOf(first.one, await directory(deps), now, true)
  return first.one.kind.next ? ({ ...next, startsAt: new Date(first.at).toISOString() } as CaseSummary) : next
}

/** What has no day comes next only where it waits for its person. */
const isUseful = ({ row: { endsAt, waitingFor }, kind }: Hydrated<CaseRow>, now: Date): boolean =>
  kind.dayless ? waitingFor === 'party' : endsAt === null || endsAt > now

const answers = ({ row }: Hydrated<CaseRow>): boolean => row.waitingFor === 'party' && row.lapsesAt !== null

function rankOf(one: Hydrated<CaseRow>): number {
  if (answers(one)) return 0
  return one.kind.queuesIn?.includes(one.row.state) ? 2 : 1
}

async function nextInstants(
  deps: Deps,
  cases: readonly Hydrated<CaseRow>[],
  now: Date,
): Promise<(one: Hydrated<CaseRow>) => number> {
  const tomorrow = startOfDay(addDays(dayOf(now), 1)).getTime()
  const known = new Map<string, number>()
  for (const kind of new Set(cases.map((one) => one.kind))) {
    const ids = cases.filter((one) => one.kind === kind).map(({ row }) => row.id)
    for (const { caseId, at } of (await kind.next?.(deps.db.statement, ids, now)) ?? [])
      known.set(caseId, at.getTime())
  }
  return ({ row, kind }) =>
    known.get(row.id) ?? (kind.dayless ? undefined : row.startsAt?.getTime()) ?? tomorrow
}
