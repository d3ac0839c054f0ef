/** The promise: figures are those of the end of their month, whenever they are frozen. */
import type { Tx } from '../../platform/db'
import { readOf } from '../../platform/read'
import { freeze, groupsOf, lockMonth, openBefore } from './month-store'
import { countsOf, lastOf } from './rules'

/** @returns false when it was frozen already */
export async function freezeMonth(
  tx: Tx,
  { community, month, at }: { community: string; month: string; at: Date },
): Promise<boolean> {
  if (!(await lockMonth(tx, community, month))) return false
  const groups = await groupsOf(readOf(tx), { division: community, month, day: lastOf(month) })
  await freeze(tx, { community, month, at }, countsOf(groups))
  return true
}

/** Before anything is written of an elder that was not so at the end of a month: a clock that is late would read it. */
export async function freezeBefore(tx: Tx, community: string, month: string, at: Date): Promise<void> {
  for (const open of await openBefore(tx, community, month))
    await freezeMonth(tx, { community, month: open.month, at })
}
