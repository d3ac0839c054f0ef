/** The promise: a home is told to whoever stands by the task alone, of two only when both do, until it is over, and on record. */
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { dayMs } from '../../platform/shanghai'
import { capacityInside, insertAccess, lockCase, seenInside } from '../cases/service'
import { settingsInside } from '../divisions/service'
import { contactOf } from '../identity/service'
import { homeOfNeed } from '../needs/service'
import { namesOf } from '../volunteers/service'
import { phoneFrom } from './rules'
import { homesRead } from './limits-store'
import { holdAccount, type SignupFacts } from './store'

/**
 * The clock takes off whoever is no volunteer any more, and calls off what is needed no more, a little later: nobody waits
 * for it here.
 * @throws Problem not_found, contact_not_justified (no home, not standing, no volunteer, over), second_volunteer_missing,
 *   homes_read_enough
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
    await refuseMany(tx, who.accountId, { community: seen.row.community, subjectId: found.subjectId }, now)
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

/**
 * Nobody collects homes: of several looks at once each is counted.
 * @throws Problem homes_read_enough
 */
async function refuseMany(
  tx: Tx,
  readerId: string,
  { community, subjectId }: { community: string; subjectId: string },
  now: Date,
): Promise<void> {
  const { homes_read_most: most } = await settingsInside(tx, community)
  await holdAccount(tx, readerId)
  const since = new Date(now.getTime() - dayMs)
  if ((await homesRead(tx, { readerId, but: subjectId, since })) >= most)
    throw new Problem('homes_read_enough')
}
