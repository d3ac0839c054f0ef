/** The promise: a home is told to whoever stands by the task alone, of two only when both do, until it is over, and on record. */
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { Problem } from '../../platform/problem'
import { capacityInside, insertAccess, lockCase, seenInside } from '../cases/service'
import { contactOf } from '../identity/service'
import { homeOfNeed } from '../needs/service'
import { namesOf } from '../volunteers/service'
import { phoneFrom } from './rules'
import type { SignupFacts } from './store'

/**
 * The clock takes off whoever is no volunteer any more, and calls off what is needed no more, a little later: nobody waits
 * for it here.
 * @throws Problem not_found, contact_not_justified (no home, not standing, no volunteer, over), second_volunteer_missing
 */
export async function readTaskPlace(deps: Deps, who: Who, id: string) {
  const now = deps.clock.now()
  const { home, from } = await deps.db.transaction(async (tx) => {
    const seen = await seenInside(deps, tx, await lockCase(tx, id))
    const capacity = seen && (await capacityInside(tx, seen, who.accountId))
    if (!seen || capacity?.reader !== 'party' || seen.row.type !== 'signup') throw new Problem('not_found')
    const facts = seen.facts as SignupFacts
    const { startsAt, endsAt } = { startsAt: new Date(facts.startsAt), endsAt: new Date(facts.endsAt) }
    const found = facts.place === null && facts.needId ? await homeOfNeed(deps, tx, facts.needId) : undefined
    if (!found || !facts.needId || seen.row.state !== 'confirmed' || !facts.fits || endsAt <= now)
      throw new Problem('contact_not_justified')
    if (facts.twoPeople && !facts.bothStand) throw new Problem('second_volunteer_missing')
    const name = (await namesOf(deps, tx, [who.accountId])).get(who.accountId) ?? ''
    await insertAccess(tx, {
      id: deps.ids.id(),
      subjectId: found.subjectId,
      readerId: who.accountId,
      readerName: `志愿者${name}`,
      tag: 'contact',
      caseId: facts.needId,
      at: now,
    })
    return { home: found, from: phoneFrom(startsAt) }
  })
  const phone = now >= from ? (home.phone ?? (await contactOf(deps, home.subjectId)).phone) : null
  return { place: home.place, phone, phoneFrom: from.toISOString() }
}
