/** Delivery. Running a job twice, late or after a crash changes nothing: the rows decide. */
import type { Deps } from '../../deps'
import { type Channel, inbox } from './channels'
import { insertDelivery, markDelivered, undelivered } from './store'

const channels: readonly Channel[] = [inbox]

export async function deliverNotice(deps: Deps, noticeId: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (!(await markDelivered(tx, noticeId, at))) return
    for (const channel of channels)
      if (await insertDelivery(tx, noticeId, channel.name, at)) await channel.deliver(tx, noticeId)
  })
}

/** At the worker's start and every few minutes: whatever a killed worker or a lost job left behind. */
export async function deliverOverdue(deps: Deps): Promise<void> {
  for (let found = await overdue(deps); found.length > 0; found = await overdue(deps))
    for (const { id } of found) await deliverNotice(deps, id)
}

const overdue = ({ db, clock }: Deps): Promise<{ id: string }[]> => undelivered(db, clock.now())
