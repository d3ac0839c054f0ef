/** What the clock does: takes rosters, freezes months, and tells of those who are not yet seen. It may run late or twice. */
import { officesAbove } from '@linli/contracts/ladder'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { eachOf } from '../../platform/each'
import { dayOf, instantAt } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { nearestWith } from '../identity/service'
import { untoldAsks } from './family-store'
import { freezeMonth } from './freeze'
import { takeRoster, unfrozen, untaken } from './month-store'
import { markTold, untold, visitorsOf } from './office-store'
import { viewsOf } from './present'
import { hasLeft, monthOf } from './rules'
import { eldersOf } from './store'
import { told } from './tell'

const batch = 50

/** @returns how many rosters of a batch were taken */
export async function takeRosters(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const month = monthOf(at)
  return eachOf(await untaken(deps.db, month, batch), ({ community }) =>
    deps.db.transaction(async (tx) => {
      await takeRoster(tx, community, month, at)
      return true
    }),
  )
}

/** What was recorded after the end of the month is late, whenever this runs. @returns how many months were frozen */
export async function freezeMonths(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  return eachOf(await unfrozen(deps.db, monthOf(at), batch), ({ community, month }) =>
    deps.db.transaction((tx) => freezeMonth(tx, { community, month, at })),
  )
}

/** Whose number staff wrote down before they signed in with it. @returns how many of a batch were told */
export async function tellAsked(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  return eachOf(await untoldAsks(deps.db, batch), ({ id, accountId }) =>
    deps.db.transaction(async (tx) => {
      await told(deps, tx, { accountId, kind: 'visit_asked', event: id, at })
      return true
    }),
  )
}

/** Nobody is woken for it: from half past eight on. */
const fromMinute = 8 * 60 + 30

const steps = [1, 2, 3] as const

/** @returns how many communities of a batch were told of, step by step */
export async function tellUnseen(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const [month, today] = [monthOf(at), dayOf(at)]
  if (at < instantAt(today, fromMinute)) return 0
  const { settings } = await directory(deps)
  const day = Number(today.slice(8))
  const counted = await Promise.all(
    steps.map(async (step) => {
      const found = await untold(deps.db, month, step, 10_000)
      const due = found.filter(({ community }) => settings(community).visit_days[step - 1]! <= day)
      return eachOf(due.slice(0, batch), ({ community }) =>
        deps.db.transaction((tx) => tellStep(deps, tx, { community, month, step, at, today })),
      )
    }),
  )
  return counted.reduce((sum, n) => sum + n, 0)
}

interface Telling {
  community: string
  month: string
  step: (typeof steps)[number]
  at: Date
  today: string
}

/** Visitors and staff find them by name in their lists; the township and the county read how many there are. */
async function tellStep(deps: Deps, tx: Tx, telling: Telling): Promise<boolean> {
  const { community, month, step, at, today } = telling
  if (!(await markTold(tx, { community, month, step, at }))) return false
  const elders = (await eldersOf(tx, community)).filter(({ state }) => !hasLeft(state))
  const due = (await viewsOf(tx, elders, today)).filter(({ standing }) => standing === 'due')
  if (due.length === 0) return true
  const above = officesAbove(community)
  const kind = step === 1 ? 'visit_due' : 'visit_overdue'
  const people =
    step === 1
      ? await visitorsOf(
          tx,
          community,
          due.map(({ elder }) => elder.id),
          today,
        )
      : await nearestWith(tx, above.slice(step - 2), ['staff', 'supervisor'])
  for (const accountId of people) await told(deps, tx, { accountId, kind, event: `${month}/${step}`, at })
  return true
}
