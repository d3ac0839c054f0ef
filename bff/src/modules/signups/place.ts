/** The promise: a home is told to whoever stands by the task alone, of two only when both do, until it is over, and on record. */
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { dayMs } from '../../platform/shanghai'
import { capacityInside, insertAccess, lockCase, seenInside } from '../cases/service'
import { settingsInside } from '../divisions/service'
import { contactOf } from '../identity/service'
import { type HomeOfNeed, homeOfNeed } from '../needs/service'
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
    const from = phoneFrom(startsAt)
    // Where the person served has no number that is known, whoever asked for them is called.
    const called =
      found.proxyId !== null && now >= from ? [found.subjectId, found.proxyId] : [found.subjectId]
    const name = (await namesOf(deps, tx, [who.accountId])).get(who.accountId) ?? ''
    for (const subjectId of called)
      await insertAccess(tx, {
        id: deps.ids.id(),
        subjectId,
        readerId: who.accountId,
        readerName: `志愿者${name}`,
        tag: 'contact',
        caseId: facts.needId,
        at: now,
      })
    return { home: found, from }
  })
  const phone = now >= from ? await phoneOf(deps, home) : null
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

/** The number that was written for it, theirs, or that of whoever asked for them. */
async function phoneOf(deps: Deps, { phone, subjectId, proxyId }: HomeOfNeed): Promise<string | null> {
  const own = phone ?? (await contactOf(deps, subjectId)).phone
  return own ?? (proxyId === null ? null : (await contactOf(deps, proxyId)).phone)
}
