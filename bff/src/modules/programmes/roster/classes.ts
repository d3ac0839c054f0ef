/**
 * The promise: whoever has a place is in a class, the one with the fewest children at that moment, and no class ever
 * holds more than the cap: a programme has no more places than its classes, and classes are given under the line's lock.
 */
import type { Tx } from '../../../platform/db'
import { classesOf, setClasses, unclassed } from './roster-store'
import { spread } from './spread'

/** Under the lock of the line. @returns how many were placed */
export async function placeInClasses(tx: Tx, programmeId: string): Promise<number> {
  const waiting = await unclassed(tx, programmeId)
  if (waiting.length === 0) return 0
  const counts = await classesOf(tx, programmeId)
  const classNos = spread(counts, waiting.length)
  await setClasses(
    tx,
    waiting.map((caseId, n) => ({ caseId, classNo: classNos[n] ?? 1 })),
  )
  return waiting.length
}
