/** What the clock does for programmes; each may run late, twice, or after its worker was killed. */
import type { Deps } from '../../deps'
import { authoriseClock, insertEvent, moveCase } from '../cases/service'
import { closingNow } from './bulk-store'
import { close } from './draws'
import { fillClasses } from './filling'
import { endedEnrolments } from './place-store'
import { classless } from './roster-store'
import { forgetProgramme } from './service'
import { lockProgramme } from './store'

const batch = 50

/** Closes what is over by the clock: of a draw the list is published then. @returns how many were closed */
export async function closeDue(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  return eachOf(await closingNow(deps.db, at, batch), async ({ id, community }) => {
    const closed = await deps.db.transaction(async (tx) => {
      const row = await lockProgramme(tx, id)
      if (row?.state !== 'published' || row.closesAt > at) return false
      await close(tx, row, at)
      return true
    })
    forgetProgramme(deps, id, community)
    return closed
  })
}

/** @returns how many places were completed after the last session */
export async function completeEnrolments(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  return eachOf(await endedEnrolments(deps.db, at, batch), ({ id }) => complete(deps, id, at))
}

const complete = (deps: Deps, id: string, at: Date): Promise<boolean> =>
  deps.db.transaction(async (tx) => {
    const authorised = await authoriseClock(tx, id, 'complete', at)
    if (!authorised) return false
    const { row, to } = authorised
    const over = { to, waitingFor: 'nobody' as const, decidedBy: null, decidedAt: null, closedAt: at }
    if (!(await moveCase(tx, id, row.state, over))) return false
    await insertEvent(tx, {
      caseId: id,
      at,
      action: 'complete',
      from: row.state,
      to,
      side: 'system',
      actorId: null,
      actorName: null,
      note: null,
      alternativeRoomId: null,
    })
    return true
  })

/** Classes for whoever got a place from a process that ended before it had given one. */
export async function fillAllClasses(deps: Deps): Promise<void> {
  await eachOf(await classless(deps.db), async (programme) => {
    await fillClasses(deps, programme)
    return true
  })
}

/** One transaction each: one that fails does not hold up the others. @throws the first failure, after all were tried */
async function eachOf<T>(found: readonly T[], one: (each: T) => Promise<boolean>): Promise<number> {
  const failures: unknown[] = []
  let moved = 0
  for (const each of found) {
    try {
      if (await one(each)) moved += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return moved
}
