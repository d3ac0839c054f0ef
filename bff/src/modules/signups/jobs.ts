/** What the clock does to signups. It may run late or twice. */
import type { Deps } from '../../deps'
import { addWorkingDays } from '../../platform/calendar'
import { eachOf } from '../../platform/each'
import { advance, authoriseClock } from '../cases/service'
import { settingsInside } from '../divisions/service'
import { noVolunteersAnyMore } from '../volunteers/service'
import { endUnfitSignup, leaveTasksAsChild } from './ending'
import { tellShort } from './short'
import { childrenAhead, endedSignups, placeOf, unfitSignups } from './store'

const batch = 50

/**
 * When a task is over its organiser is to confirm the hours, by a time that is said: from then on it begins no more, and stands on
 * the desk by when that is due. @returns how many moved
 */
export async function finishSignups(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  return eachOf(await endedSignups(deps.db, at, batch), ({ id }) =>
    deps.db.transaction(async (tx) => {
      const authorised = await authoriseClock(deps, tx, id, 'finish', at)
      if (!authorised) return false
      const settings = await settingsInside(tx, authorised.row.community)
      const dueAt = addWorkingDays(
        at,
        settings.hours_confirm_days,
        settings.office_hours,
        settings.calendar_days,
      )
      await advance(deps, tx, [authorised], { at, change: { startsAt: null, dueAt, escalatedAt: null } })
      return true
    }),
  )
}

/**
 * Whoever is no volunteer any more, or whose paper ends before, is taken off, and the next in line is asked; whoever slipped
 * into a task that was being called off hears so.
 */
export async function endUnfit(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  return eachOf(await unfitSignups(deps.db, at, batch), async ({ id, calledOff }) => {
    const place = await placeOf(deps.db, id)
    const action = calledOff ? 'call_off' : 'unfit'
    return (
      place !== undefined &&
      deps.db.transaction((tx) => endUnfitSignup(deps, tx, { ...place, id }, at, action))
    )
  })
}

/** Of all children: who has turned 18, or has lost the last guardian whose word counts. @returns how many stood by something */
export async function endGrownUp(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  let [ended, after]: [number, string | null] = [0, null]
  for (;;) {
    const ids: string[] = (await childrenAhead(deps.db, at, after, batch)).map(({ id }) => id)
    if (ids.length === 0) return ended
    const over = await deps.db.transaction((tx) => noVolunteersAnyMore(deps, tx, ids, at))
    ended += await eachOf(over, (childId) =>
      deps.db.transaction(async (tx) => {
        await leaveTasksAsChild(deps, tx, childId, at)
        return true
      }),
    )
    after = ids.at(-1) ?? null
  }
}

/** Whoever fits no more, and children who are none; and who is to hear that not everybody stands. @returns how many ended */
export async function endEachUnfit(deps: Deps): Promise<number> {
  const ended = (await endUnfit(deps)) + (await endGrownUp(deps))
  if (ended === 0) await tellShort(deps)
  return ended
}
