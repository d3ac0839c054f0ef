/** Delivery. Running a job twice, late or after a crash changes nothing: the rows decide. */
import type { Deps } from '../../deps'
import { insertDelivery, markDelivered, undelivered } from './store'

/** The inbox is the table itself: a delivered notice is in it. */
export async function deliverNotice(deps: Deps, noticeId: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await markDelivered(tx, noticeId, at)) await insertDelivery(tx, noticeId, 'inbox', at)
  })
}

/** At the worker's start and every few minutes: whatever a killed worker or a lost job left behind. */
export async function deliverOverdue(deps: Deps): Promise<void> {
  for (let found = await overdue(deps); found.length > 0; found = await overdue(deps))
    for (const { id } of found) await deliverNotice(deps, id)
}

const overdue = ({ db, clock }: Deps): Promise<{ id: string }[]> => undelivered(db, clock.now())
