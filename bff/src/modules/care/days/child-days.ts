/** The promise: a guardian reads what was written of a child's days in care, and says beforehand that it will not come. */
import type { CareDayOfChild } from '@linli/contracts/care'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { Problem } from '../../../platform/problem'
import { addDays, dayOf } from '../../../platform/shanghai'
import { doorShownTo, readableChild, tellOfAbsence } from '../../children/service'
import { directory } from '../../divisions/service'
import { isBarredFrom } from '../audience'
import { daysOf, putAbsence, sessionOf, takeAbsenceBack } from './child-day-store'
import { dayOfChild } from '../present'

const daysBack = 30
const daysAhead = 14

/** @throws Problem not_found for everybody but the child's guardians, guardian_not_verified, child_frozen */
export async function childDays(
  deps: Deps,
  who: Who,
  childId: string,
): Promise<{ days: CareDayOfChild[]; now: string }> {
  const { db, cipher, clock } = deps
  const row = await readableChild(deps, who, childId)
  const now = clock.now()
  const today = dayOf(now)
  const sees = await doorShownTo(deps, row, who.accountId)
  const days = await daysOf(db, childId, { from: addDays(today, -daysBack), to: addDays(today, daysAhead) })
  const hidesDoor = await db.transaction((tx) => isBarredFrom(deps, tx, childId, who.accountId))
  const divisions = await directory(deps)
  return {
    days: days.map((day) =>
      dayOfChild(cipher, day, { now, hidesDoor, sees, patience: divisions.settings(day.community) }),
    ),
    now: now.toISOString(),
  }
}

/**
 * The other guardian is told at once: they may not know, and nobody else would tell them.
 * @throws Problem not_found, guardian_not_verified, child_frozen, absence_too_late once the session has begun
 */
export async function reportAbsence(
  deps: Deps,
  who: Who,
  childId: string,
  { sessionId, absent }: { sessionId: string; absent: boolean },
): Promise<{ absenceReported: boolean }> {
  const { db, clock } = deps
  await readableChild(deps, who, childId)
  const session = await sessionOf(db, { sessionId, childId })
  if (!session) throw new Problem('not_found')
  const at = clock.now()
  if (at >= session.startsAt) throw new Problem('absence_too_late')
  const { accountId: by } = who
  await db.transaction(async (tx) => {
    const change = absent ? putAbsence : takeAbsenceBack
    if (await change(tx, { sessionId, childId, reportedBy: by, at }))
      await tellOfAbsence(deps, tx, { childId, absent, by, at })
  })
  return { absenceReported: absent }
}
