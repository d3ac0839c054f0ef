/** The promise: the home page shows first what waits for its reader, then what comes next. */
import type { CaseSummary } from '@linli/contracts/cases'
import type { Deps } from '../../deps'
import { addDays, dayMs, dayOf, startOfDay } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { type Hydrated, hydrate } from './hydrate'
import { openCasesOf } from './mine-store'
import { summaryOf } from './present'
import type { CaseRow } from './row'

/** Nobody has so many open matters that the first to come is not among these. */
const most = 50
/** Nothing is agreed further ahead. */
const mostDaysAhead = 366

interface Ahead {
  next: CaseSummary | null
  /** Beside it, the first of the lines in which they stand. */
  queued: CaseSummary | null
}

/**
 * What lapses and waits for their answer, else the soonest of what a person has, else of what they only hope for. What waits
 * for their word without a day of its own, and may wait for ever, stands behind what is today, before the rest; what waits for
 * others, or asks nothing of them any more, behind all that has a day.
 */
export async function nextCase(deps: Deps, accountId: string): Promise<Ahead> {
  const now = deps.clock.now()
  const rows = await openCasesOf(deps.db, accountId, [...deps.kinds.keys()], now, most)
  const open = rows.flatMap((row): Open[] => {
    const kind = deps.kinds.get(row.type)
    return kind ? [{ row, kind }] : []
  })
  const { known, at, rests } = await nextInstants(deps, open, now)
  const inOrder = open
    .filter((one) => known.has(one.row.id) || isUseful(one, now))
    .map((one) => ({ one, rank: rankOf(one, rests), at: at(one) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at || (a.one.row.id < b.one.row.id ? -1 : 1))
  const first = await firstKnown(
    deps,
    inOrder.map(({ one }) => one.row),
  )
  if (!first) return { next: null, queued: null }
  const divisions = await directory(deps)
  const waiting = await firstKnown(
    deps,
    inOrder.flatMap(({ one: { row } }) => (isInLine(row) && row.id !== first.row.id ? [row] : [])),
  )
  const queued = waiting ? summaryOf(waiting, divisions, now, true) : null
  const next = summaryOf(first, divisions, now, true)
  // What has no day of its own has one where its service knows it, and none else.
  const isTimed = first.kind.next !== undefined && (!first.kind.dayless || known.has(first.row.id))
  const timed = { ...next, startsAt: new Date(at(first)).toISOString() } as CaseSummary
  return { next: isTimed ? timed : next, queued }
}

/** A draw has no places. */
const isInLine = ({ state }: CaseRow): boolean => state === 'waiting'

/** A case with its service, of which nothing is asked yet. */
type Open = Pick<Hydrated<CaseRow>, 'row' | 'kind'>

/** The first of which its service knows something, asked a few at a time: mostly it is the first. */
async function firstKnown(deps: Deps, rows: readonly CaseRow[]): Promise<Hydrated<CaseRow> | undefined> {
  const few = 3
  for (let n = 0; n < rows.length; n += few) {
    const [first] = await hydrate(deps, deps.db.statement, rows.slice(n, n + few))
    if (first) return first
  }
  return undefined
}

/** What has no day comes next only where it waits for its person. */
const isUseful = ({ row: { endsAt, waitingFor }, kind }: Open, now: Date): boolean =>
  kind.dayless ? waitingFor === 'party' : endsAt === null || endsAt > now

function rankOf(one: Open, rests: Instants['rests']): number {
  const { row } = one
  if (row.waitingFor === 'party' && row.lapsesAt !== null && !rests(one)) return 0
  return one.kind.queuesIn?.includes(one.row.state) ? 2 : 1
}

interface Instants {
  /** By the case's id: what its service knows. */
  known: ReadonlyMap<string, number>
  at: (one: Open) => number
  /** Is nothing asked of its person any more? */
  rests: (one: Open) => boolean
}

async function nextInstants(deps: Deps, cases: readonly Open[], now: Date): Promise<Instants> {
  const tomorrow = startOfDay(addDays(dayOf(now), 1)).getTime()
  const known = new Map<string, number>()
  const resting = new Set<string>()
  for (const kind of new Set(cases.map((one) => one.kind))) {
    const ids = cases.filter((one) => one.kind === kind).map(({ row }) => row.id)
    for (const { caseId, at } of (await kind.next?.(deps.db.statement, ids, now)) ?? [])
      known.set(caseId, at.getTime())
    for (const id of (await kind.resting?.(deps.db.statement, ids, now)) ?? []) resting.add(id)
  }
  const rests = ({ row }: Open) => resting.has(row.id)
  // Behind whatever has a day.
  const later = tomorrow + mostDaysAhead * dayMs
  const at = (one: Open): number => {
    const { row, kind } = one
    const own = known.get(row.id) ?? (kind.dayless ? undefined : row.startsAt?.getTime())
    return own ?? (row.waitingFor === 'party' && !rests(one) ? tomorrow : later)
  }
  return { known, at, rests }
}
