/** Whether a room is closed, for whoever gives a slot back to its person. */
import type { Tx } from '../../platform/db'
import { idRow, rowsOf } from '../../platform/rows'

/** Is the room closed in some of this time? Whoever closes it at the same moment comes before or after. */
export async function isClosedDuring(tx: Tx, roomId: string, from: Date, to: Date): Promise<boolean> {
  await rowsOf(tx, idRow)`SELECT id FROM rooms WHERE id = ${roomId}::uuid FOR KEY SHARE`
  const closure = await tx.roomClosure.findFirst({
    where: { roomId, removedAt: null, startsAt: { lt: to }, endsAt: { gt: from } },
    select: { id: true },
  })
  return closure !== null
}
