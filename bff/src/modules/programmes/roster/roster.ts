/**
 * The promise: staff of the community see who is in which class without a tagged word; names and telephones only in a
 * file that they ask for, and every reading is written down before the file is made (docs/product.md › Rule 6).
 */
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import type { Tx } from '../../../platform/db'
import type { Tag } from '../../../platform/sealed-columns'
import { Problem } from '../../../platform/problem'
import { dayOf } from '../../../platform/shanghai'
import { insertChildAccess, lockCase, readerOf, seenInside } from '../../cases/service'
import { careFactsOf } from '../../children/service'
import { settingsInside } from '../../divisions/service'
import { countTable } from '../../exports/service'
import { badgeFor } from '../../identity/policy'
import { demandConfirmed, type GrantFact, grantsOf } from '../../identity/service'
import { lockLine } from '../../line/service'
import { placeOfCase } from '../enrolment/place-store'
import { classesOf, classOf, type RosterRow, rosterOf, setClasses } from './roster-store'
import { readAs } from '../service'
import { rosterSheet } from './sheet'

const entryOf = ({ childId: _child, ...entry }: RosterRow) => entry

/** @throws Problem not_found for everybody but its staff */
export async function getRoster(deps: Deps, who: Who, id: string) {
  const { reader } = await readAs(deps, who, id)
  if (reader !== 'staff') throw new Problem('not_found')
  return { entries: (await rosterOf(deps.db, id, deps.clock.now())).map(entryOf) }
}

/** @throws Problem not_found, not_allowed, action_not_open (no place), class_is_full, invalid_request (no such class) */
export async function moveClass(deps: Deps, who: Who, caseId: string, classNo: number) {
  const [place, grants] = await Promise.all([placeOfCase(deps.db, caseId), grantsOf(deps, who.accountId)])
  if (!place) throw new Problem('not_found')
  await deps.db.transaction(async (tx) => {
    await lockLine(tx, place.lineId)
    await mustBeMovable(deps, tx, { caseId, accountId: who.accountId, grants })
    if ((await classOf(tx, caseId)) === classNo) return
    const count = (await classesOf(tx, place.id))[classNo - 1]
    if (count === undefined) throw noSuchClass()
    const { care_class_cap: cap } = await settingsInside(tx, place.community)
    if (count >= cap) throw new Problem('class_is_full')
    await setClasses(tx, [{ caseId, classNo }])
  })
  const entry = (await rosterOf(deps.db, place.id, deps.clock.now())).find((e) => e.caseId === caseId)
  if (!entry) throw new Problem('action_not_open')
  return entryOf(entry)
}

async function mustBeMovable(
  deps: Deps,
  tx: Tx,
  { caseId, accountId, grants }: { caseId: string; accountId: string; grants: readonly GrantFact[] },
): Promise<void> {
  const seen = await seenInside(deps, tx, await lockCase(tx, caseId))
  const reader = seen && readerOf(seen.row, accountId, grants, seen.kind.readByStaff)
  if (!seen || !reader) throw new Problem('not_found')
  if (reader !== 'staff') throw new Problem('not_allowed')
  if (seen.row.state !== 'confirmed') throw new Problem('action_not_open')
}

const noSuchClass = (): Problem =>
  new Problem('invalid_request', undefined, [
    { path: 'body.classNo', code: 'too_big', message: '没有这个班，请选另一个班' },
  ])

const tags: readonly Tag[] = ['child', 'contact']

/**
 * The roster as a file. With names it holds only children with a place: an open case is what justifies the reading.
 * Health notes are for carers on duty and in no file.
 * @throws Problem not_found, not_allowed (a supervisor, or whoever sees the programme and does not manage it),
 *   confirm_needed (for names), tables_enough
 */
export async function exportRoster(deps: Deps, who: Who, id: string, tagged: boolean) {
  const { row, reader, grants } = await readAs(deps, who, id)
  if (reader !== 'staff') throw new Problem('not_allowed')
  if (tagged) await demandConfirmed(deps, who)
  await countTable(deps, who)
  const at = deps.clock.now()
  const all = await rosterOf(deps.db, id, at)
  const entries = tagged ? all.filter((entry) => entry.state === 'confirmed') : all
  if (tagged && entries.length > 0)
    await insertChildAccess(deps.db, {
      readerId: who.accountId,
      readerName: badgeFor(grants, row.community),
      at,
      reads: entries.flatMap(({ childId, caseId }) =>
        tags.map((tag) => ({ id: deps.ids.id(), childId, tag, caseId })),
      ),
    })
  const ids = entries.map((entry) => entry.childId)
  const facts = tagged ? await careFactsOf(deps.db, deps.cipher, ids, dayOf(at)) : undefined
  const file = await rosterSheet(entries, facts)
  return { fileName: `${row.name}-${dayOf(at)}.xlsx`, base64: file.toString('base64') }
}
