/**
 * The promise: words of a timeline that name or tell of somebody can go for good, and with them every copy; that there was
 * an event stays, and so do who had its words erased, when, and a proof (docs/product.md › Rule 6).
 */
import type { CaseDetail } from '@linli/contracts/cases'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { insertAccess, insertChildAccess } from './access-store'
import { eraseWords, eventAt } from './erase-store'
import { seenInside } from './hydrate'
import { eraseRefused } from './policy'
import { capacityInside, getCase } from './service'
import type { CaseRow, Reader } from './row'
import { insertEvents, lockCase } from './store'

interface Asked {
  id: string
  /** Which event of the timeline, from 0, and when it was. */
  place: number
  at: Date
}

/**
 * Whoever is staff has read the words, which leaves an access record for whom the case is about.
 * @throws Problem not_found, not_allowed (a supervisor; words of the other side),
 *   second_person_needed (staff, of their own words), case_changed (no such event)
 */
export async function eraseNote(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: Asked,
): Promise<CaseDetail> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, asked.id, at)) return
    const seen = await seenInside(deps, tx, await lockCase(tx, asked.id))
    const row = seen?.row
    const capacity = seen && (await capacityInside(tx, seen, who.accountId))
    if (!row || !capacity) throw new Problem('not_found')
    const event = await eventAt(tx, asked.id, asked.place, who.accountId)
    if (event?.at.getTime() !== asked.at.getTime()) throw new Problem('case_changed')
    const refused = eraseRefused(capacity.reader, event)
    if (refused) throw new Problem(refused)
    // Erased already, by a tap whose answer was lost or by somebody else: there is nothing more to say of it.
    if (!(await eraseWords(tx, event.id, at))) return
    await record(deps, tx, row, { ...who, reader: capacity.reader, name: capacity.badge, at })
  })
  return getCase(deps, who, asked.id)
}

interface By extends Who {
  reader: Reader
  name: string
  at: Date
}

async function record(deps: Deps, tx: Tx, row: CaseRow, by: By): Promise<void> {
  const isStaff = by.reader === 'staff'
  const event = { caseId: row.id, at: by.at, action: 'erase', from: row.state, to: row.state }
  await insertEvents(tx, [
    {
      ...event,
      by: { side: isStaff ? 'staff' : 'party', actorId: by.accountId, actorName: isStaff ? by.name : null },
      note: null,
    },
  ])
  if (!isStaff) return
  const access = { readerId: by.accountId, readerName: by.name, at: by.at }
  const read = { id: deps.ids.id(), tag: 'contact' as const, caseId: row.id }
  if (row.childId !== null)
    await insertChildAccess(tx, { ...access, reads: [{ ...read, childId: row.childId }] })
  else await insertAccess(tx, { ...access, ...read, subjectId: row.subjectId })
}
