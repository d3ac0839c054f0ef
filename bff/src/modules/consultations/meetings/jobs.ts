/** The promise: the two are reminded the evening before and two hours before, once each, and never of what is off or begun. */
import type { Deps } from '../../../deps'
import { eachOf } from '../../../platform/each'
import { handlerInOffice } from '../facts-store'
import { tell } from '../moved'
import * as store from './calendar-store'
import { remindedUntil, soonBefore } from './rules'

const batch = 200

/** @returns how many meetings somebody was reminded of */
export async function remindOfMeetings(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const found = await store.comingUntold(deps.db.statement, { now: at, ...remindedUntil(at) }, batch)
  return eachOf(found, ({ id, startsAt }) =>
    remind(deps, id, soonBefore(startsAt) <= at ? 'soon' : 'evening', at),
  )
}

const remind = (deps: Deps, id: string, when: 'soon' | 'evening', at: Date): Promise<boolean> =>
  deps.db.transaction(async (tx) => {
    const marked = when === 'soon' ? store.markSoonTold : store.markEveningTold
    const [told] = await marked(tx, id, at)
    if (!told) return false
    const { caseId, adviserId, subjectId } = told
    const event = `${id}/${when}`
    await tell(deps, tx, { caseId, accountId: subjectId, kind: 'case_soon', event, at })
    if ((await handlerInOffice(tx, caseId)) === adviserId)
      await tell(deps, tx, { caseId, accountId: adviserId, kind: 'case_met_soon', event, at })
    return true
  })
