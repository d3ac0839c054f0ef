/** What staff change of a task. Its row is held first, so that nobody signs up for a time that is no more. */
import type { Tx } from '../../platform/db'

/** Nobody takes a place, and nobody's signup is written, until the transaction ends. */
export async function holdTask(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM tasks WHERE id = ${id}::uuid FOR UPDATE`
}

export interface TaskChange {
  startsAt: Date
  endsAt: Date
  place: string | null
  about: string | null
  places: number
  opensToAll: Date
}

/**
 * Who has signed up for it has its new time by cascade.
 * @returns false where it has begun, was called off, or more stand by it than are asked for
 */
export async function writeChange(tx: Tx, id: string, c: TaskChange, at: Date): Promise<boolean> {
  const changed = await tx.$executeRaw`UPDATE tasks SET starts_at = ${c.startsAt}::timestamptz,
      ends_at = ${c.endsAt}::timestamptz, place = ${c.place}, about = ${c.about}, places = ${c.places}::int,
      opens_to_all = ${c.opensToAll}::timestamptz
    WHERE id = ${id}::uuid AND state = 'open' AND starts_at > ${at}::timestamptz AND taken <= ${c.places}::int`
  return changed === 1
}
