/** What the clock does for programmes; each may run late, twice, or after its worker was killed. */
import type { Deps } from '../../deps'
import { eachOf } from '../../platform/each'
import { advance, authoriseClock, authoriseMany } from '../cases/service'
import { refusedBy } from '../children/service'
import { notifyPeople } from '../notices/service'
import { closingNow } from './plan/life-cycle-store'
import { close } from './draw/draws'
import { leaveEverything } from './enrolment/enrolments'
import { fillClasses } from './enrolment/filling'
import { endedEnrolments, numbersOver, refusedChildren } from './enrolment/place-store'
import { classless } from './roster/roster-store'
import { forgetProgramme } from './service'
import { lockProgramme } from './store'

const batch = 50
/** Of what moves in one statement. */
const manyAtOnce = 500

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

/** Ends what has no reason to be open any more. @returns how many of a batch were ended */
export const completeEnrolments = (deps: Deps): Promise<number> =>
  eachOf([completePlaces, endNumbers, takeOutRefused], (end) => end(deps))

/** Places after the last session. */
async function completePlaces(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  return eachOf(await endedEnrolments(deps.db, at, batch), ({ id }) => complete(deps, id, at))
}

/** Numbers that were never drawn, after the last session. */
const endNumbers = (deps: Deps): Promise<number> =>
  deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const over = await authoriseMany(deps, tx, await numbersOver(tx, at, manyAtOnce), { action: 'lapse' }, at)
    await advance(deps, tx, over, { at })
    await notifyPeople(
      tx,
      over.map(({ row }) => row.id),
      'line_ended',
      at,
    )
    return over.length
  })

/** Whose consent was taken back while a sign-up was under way, of which the process ended before it saw that. */
const takeOutRefused = async (deps: Deps): Promise<number> =>
  eachOf(await refusedChildren(deps.db, batch), ({ id }) =>
    deps.db.transaction(async (tx) => {
      const accountId = await refusedBy(tx, id)
      if (!accountId) return false
      await leaveEverything(deps, tx, { accountId }, id, deps.clock.now())
      return true
    }),
  )

const complete = (deps: Deps, id: string, at: Date): Promise<boolean> =>
  deps.db.transaction(async (tx) => {
    const authorised = await authoriseClock(deps, tx, id, 'complete', at)
    if (!authorised) return false
    await advance(deps, tx, [authorised], { at })
    return true
  })

/** Classes for whoever got a place from a process that ended before it had given one. */
export async function fillAllClasses(deps: Deps): Promise<void> {
  await eachOf(await classless(deps.db), async (programme) => {
    await fillClasses(deps, programme)
    return true
  })
}
