/**
 * The promise: the figures of a community are everybody's to read, those above it for whoever works or supervises there;
 * a division stands beside its own past and beside nobody else's.
 */
import type { FiguresPage } from '@linli/contracts/figures'
import { type Service, service as services } from '@linli/contracts/ratings'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { pageOf } from '../../platform/page'
import { dayOf, startOfDay } from '../../platform/shanghai'
import { Problem } from '../../platform/problem'
import { type Directory, directory } from '../divisions/service'
import { isStaffOf, isSupervisorOf } from '../identity/policy'
import { grantsOf } from '../identity/service'
import { figuresOf, nothing, type Published, sum } from './formulas'
import { shiftMonth } from './rules'
import { followUpsBelow, lastClosing, publishedBelow, publishedOf, type PublishedRow } from './store'

const pageSize = 50
const year = 12

/** @throws Problem not_found for whom the division does not exist */
async function admit(deps: Deps, who: Who | undefined, code: string): Promise<Directory> {
  const divisions = await directory(deps)
  const division = divisions.find(code)
  if (!division) throw new Problem('not_found')
  if (division.level === 'community') return divisions
  const grants = who ? await grantsOf(deps, who.accountId) : []
  if (!isStaffOf(grants, code) && !isSupervisorOf(grants, code)) throw new Problem('not_found')
  return divisions
}

/** @throws Problem not_found */
export async function getFigures(
  deps: Deps,
  who: Who | undefined,
  code: string,
  service: Service | undefined,
): Promise<FiguresPage> {
  const divisions = await admit(deps, who, code)
  const division = divisions.find(code)
  if (!division) throw new Problem('not_found')
  const last = await lastClosing(deps.db)
  const through = last?.month
  const rows = through ? await publishedOf(deps.db, code, shiftMonth(through, 1 - year), through) : []
  const asked = rows.filter((row) => row.service === (service ?? 'all'))
  const ofMonth = (month: string): Published => asked.find((row) => row.month === month) ?? nothing
  const months = through ? Array.from({ length: year }, (_, n) => shiftMonth(through, n + 1 - year)) : []
  return {
    division,
    service: service ?? null,
    through: through?.slice(0, 7) ?? null,
    publishedAt: last?.closedAt.toISOString() ?? null,
    year: figuresOf(total(asked)),
    latest: figuresOf(through ? ofMonth(through) : nothing),
    before: figuresOf(through ? ofMonth(shiftMonth(through, -1)) : nothing),
    months: months.map((month) => ({ month: month.slice(0, 7), figures: figuresOf(ofMonth(month)) })),
    services: services.options.map((each) => ({
      service: each,
      figures: figuresOf(total(rows.filter((row) => row.service === each))),
    })),
  }
}

/** Only the counts of some rows. */
const total = (rows: readonly PublishedRow[]): Published =>
  sum(rows.map(({ division: _, service: _s, month: _m, ...counts }) => counts))

/** @throws Problem not_found where the reader has no grant that reaches the division */
export async function listFiguresBelow(
  deps: Deps,
  who: Who,
  asked: { division: string; service: Service | undefined },
  after: string | undefined,
) {
  const divisions = await admit(deps, who, asked.division)
  if (divisions.find(asked.division)?.level === 'community') throw new Problem('not_found')
  const all = divisions.children(asked.division).filter(({ code }) => code > (after ?? ''))
  const { page, last } = pageOf(all, pageSize)
  const codes = page.map(({ code }) => code)
  const through = (await lastClosing(deps.db))?.month
  const [rows, work] = await Promise.all([
    through
      ? publishedBelow(deps.db, codes, asked.service ?? 'all', shiftMonth(through, 1 - year), through)
      : [],
    followUpsBelow(deps.db, codes, startOfDay(dayOf(deps.clock.now()))),
  ])
  return {
    divisions: page.map((division) => ({
      division,
      year: figuresOf(total(rows.filter((row) => row.division === division.code))),
      open: work.find((row) => row.division === division.code)?.open ?? 0,
      overdue: work.find((row) => row.division === division.code)?.overdue ?? 0,
    })),
    next: last?.code,
  }
}
