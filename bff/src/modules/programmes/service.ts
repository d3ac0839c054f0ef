/**
 * The promise: everybody sees the same programme, at most a second old, with the server's clock beside it; its phase is
 * computed at the moment of reading.
 */
import type { ComingProgramme } from '@linli/contracts/home'
import type { Programme, ProgrammeSummary } from '@linli/contracts/programmes'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import { community, directory } from '../divisions/service'
import { isStaffOf, isSupervisorOf } from '../identity/policy'
import { type GrantFact, grantsOf } from '../identity/service'
import { maySee, type ProgrammeReader, readerAs } from './policy'
import { figuresOf, programmeOf, summaryOf } from './present'
import type { ProgrammeRow } from './row'
import { firstOpen, figuresOf as figuresIn, findProgramme, type ListPlace, programmesNear } from './store'

/** What thousands ask for before an opening is read once a second; who gets a place is decided in the database. */
const freshMs = 1_000

/** @throws Problem not_found */
export async function programmeRow(deps: Deps, id: string): Promise<ProgrammeRow> {
  const row = await deps.cache.get(`programme ${id}`, freshMs, () => findProgramme(deps.db, id))
  if (!row) throw new Problem('not_found')
  return row
}

/** After a write: this process shows it at once. */
export function forgetProgramme({ cache }: Deps, id: string, code: string): void {
  cache.drop(`programme ${id}`)
  cache.drop(`programmes open ${code}`)
  for (const all of [true, false]) cache.drop(`programmes ${code} ${all}`)
}

export interface Read {
  row: ProgrammeRow
  reader: ProgrammeReader
  grants: readonly GrantFact[]
}

/** The programme as somebody may see it. @throws Problem not_found for whom it does not exist */
export async function readAs(deps: Deps, who: Who | undefined, id: string): Promise<Read> {
  const [row, grants] = await Promise.all([
    programmeRow(deps, id),
    who ? grantsOf(deps, who.accountId) : ([] as GrantFact[]),
  ])
  const reader = readerAs(grants, row.community)
  if (!maySee(row, reader)) throw new Problem('not_found')
  return { row, reader, grants }
}

export async function getProgramme(deps: Deps, who: Who | undefined, id: string): Promise<Programme> {
  const { row, reader } = await readAs(deps, who, id)
  const divisions = await directory(deps)
  const place = divisions.find(row.community)
  const perCarer = divisions.settings(row.community).care_children_per_carer
  return programmeOf(row, {
    communityName: place?.name ?? '',
    communityPhone: place?.phone ?? null,
    now: deps.clock.now(),
    canManage: reader === 'staff',
    figures: reader === 'public' ? null : figuresOf(await figuresIn(deps.db, id), row.capacity, perCarer),
  })
}

const pageSize = 20

export async function listProgrammes(
  deps: Deps,
  who: Who | undefined,
  asked: { community: string; all: boolean },
  after: ListPlace | undefined,
): Promise<{ programmes: ProgrammeSummary[]; next: ListPlace | undefined; now: string }> {
  await community(deps, asked.community)
  const grants = who ? await grantsOf(deps, who.accountId) : []
  const drafts = grants.map((g) => g.division).filter((code) => readsBelow(grants, code))
  const now = deps.clock.now()
  const find = () => programmesNear(deps.db, { ...asked, drafts, now }, after, pageSize + 1)
  const isShared = drafts.length === 0 && !after
  const rows = isShared
    ? await deps.cache.get(`programmes ${asked.community} ${asked.all}`, freshMs, find)
    : await find()
  const { page, last } = pageOf(rows, pageSize)
  const divisions = await directory(deps)
  return {
    programmes: page.map((row) => summaryOf(row, divisions.find(row.community)?.name ?? '', now)),
    next: last && { nearness: last.nearness, opensAt: last.opensAt, id: last.id },
    now: now.toISOString(),
  }
}

const readsBelow = (grants: readonly GrantFact[], code: string): boolean =>
  isStaffOf(grants, code) || isSupervisorOf(grants, code)

/** How many programmes near a community can be signed up for, now or soon, and which comes first. */
export async function openProgrammes(
  deps: Deps,
  code: string,
): Promise<{ open: number; coming: ComingProgramme | null }> {
  const find = () => firstOpen(deps.db, code, deps.clock.now())
  const row = await deps.cache.get(`programmes open ${code}`, freshMs, find)
  if (row === null) return { open: 0, coming: null }
  const { n, opensAt, closesAt, ...coming } = row
  const times = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() }
  return { open: n, coming: { ...coming, ...times } }
}
