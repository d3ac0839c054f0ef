/** The promise: which child volunteers is read by staff while its registration is open, and its guardians see who did. */
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { Problem } from '../../platform/problem'
import { capacityInside, insertChildAccess, lockCase, seenInside } from '../cases/service'
import { namesOfChildren } from '../children/service'

/** @throws Problem not_found, contact_not_justified (not staff of it, it is over, or it is no child's) */
export const readVolunteerName = (deps: Deps, who: Who, id: string): Promise<{ name: string }> =>
  deps.db.transaction(async (tx) => {
    const seen = await seenInside(deps, tx, await lockCase(tx, id))
    const capacity = seen && (await capacityInside(tx, seen, who.accountId))
    if (!capacity || seen.row.type !== 'volunteer') throw new Problem('not_found')
    const { childId, closedAt } = seen.row
    if (capacity.reader !== 'staff' || closedAt !== null || childId === null)
      throw new Problem('contact_not_justified')
    const name = (await namesOfChildren(deps.cipher, tx, [childId])).get(childId)
    if (name === undefined) throw new Problem('not_found')
    await insertChildAccess(tx, {
      readerId: who.accountId,
      readerName: capacity.badge,
      at: deps.clock.now(),
      reads: [{ id: deps.ids.id(), childId, tag: 'child', caseId: id }],
    })
    return { name }
  })
