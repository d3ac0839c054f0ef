/** What the clock does: a volunteer hears a month and a week before a paper ends, and on its last day. It may run late or twice. */
import type { Deps } from '../../deps'
import { eachOf } from '../../platform/each'
import { dayOf } from '../../platform/shanghai'
import { notifyPeople } from '../notices/service'
import { endingPapers, markTold } from './papers-store'
import { tellingDays } from './rules'

const batch = 50

/** @returns how many were told of */
export async function tellOfPapers(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const today = dayOf(at)
  return eachOf(await endingPapers(deps.db, today, tellingDays, batch), ({ id }) =>
    deps.db.transaction(async (tx) => {
      const told = await markTold(tx, id, today, tellingDays)
      if (told) await notifyPeople(tx, [told.caseId], 'paper_ends', at)
      return told !== undefined
    }),
  )
}
