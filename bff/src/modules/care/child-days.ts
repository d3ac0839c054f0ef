/** The promise: a guardian reads what was written of a child's days in care, and says beforehand that it will not come. */
import type { CareDayOfChild } from '@linli/contracts/care'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { Problem } from '../../platform/problem'
import { addDays, dayOf } from '../../platform/shanghai'
import { readableChild } from '../children/service'
import { directory } from '../divisions/service'
import { isBarredFrom } from './audience'
import { daysOf, putAbsence, sessionOf, takeAbsenceBack } from './child-day-store'
import { dayOfChild } from './present'

const daysBack = 30
const daysAhead = 14

/** @throws Problem not_found for everybody but the child's guardians, guardian_not_verified, child_frozen */
export async function childDays(
  deps: Deps,
  who: Who,
  childId: string,
): Promise<{ days: CareDayOfChild[]; now: string }> {
  const { db, cipher, clock } = deps
  await readableChild(deps, who, childId)
  const now = clock.now()
  const today = dayOf(now)
  const rows = await daysOf(db, childId, { from: addDays(today, -daysBack), to: addDays(today, daysAhead) })
  const hidesDoor = await db.transaction((tx) => isBarredFrom(deps, tx, childId, who.accountId))
  const divisions = await directory(deps)
  const days = rows.map((row) =>
    dayOfChild(cipher, row, { now, hidesDoor, patience: divisions.settings(row.community) }),
  )
  return { days, now: now.toISOString() }
}

/** @throws Problem not_found, guardian_not_verified, child_frozen, absence_too_late once the session has begun */
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
  await (absent ? putAbsence : takeAbsenceBack)(db, { sessionId, childId, reportedBy: who.accountId, at })
  return { absenceReported: absent }
}
