/**
 * The promise: whatever is changed of a room is written down in the same transaction, with the badge of whoever did it and
 * what each field was and is, as the table of rooms says it; those who run the room read it.
 */
import type { RoomChange } from '@linli/contracts/room-changes'
import type { RoomPlan } from '@linli/contracts/room-plan'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import type { Tx } from '../../../platform/db'
import { pageOf } from '../../../platform/page'
import { badgeOf } from '../../identity/policy'
import { grantsInside } from '../../identity/service'
import { roomRow } from '../service'
import { columns, type Field, fields } from '../table/columns'
import { mustRun, runOf } from './access'
import { type ChangedField, changesOf, insertChanges, type NewChange } from './change-store'

/** Empty is nothing: not said, or none. */
const said = (field: Field, plan: Record<Field, unknown>): string =>
  String((columns[field].say as (value: unknown) => string | number)(plan[field]))

/** Which fields are not what they were; pure. */
export const fieldsChanged = (before: Record<Field, unknown>, after: RoomPlan): ChangedField[] =>
  fields.flatMap((field) => {
    const [from, to] = [said(field, before), said(field, after as Record<Field, unknown>)]
    return from === to ? [] : [{ field, from, to }]
  })

/** One or many, by the same hand. @param first names the first of them, to be found again by */
export async function recordChanges(
  deps: Pick<Deps, 'ids' | 'clock'>,
  tx: Tx,
  { who, community, first }: { who: Who; community: string; first?: string },
  changes: readonly Omit<NewChange, 'id'>[],
): Promise<void> {
  const name = badgeOf(await grantsInside(tx, who.accountId), community)
  const by = { id: who.accountId, name, at: deps.clock.now() }
  // What says the same in other words has changed nothing that anybody reads.
  const told = changes.filter(({ what, fields }) => what !== 'changed' || fields.length > 0)
  for (let at = 0; at < told.length; at += 500)
    await insertChanges(
      tx,
      by,
      told.slice(at, at + 500).map((one, n) => ({ ...one, id: (at + n === 0 && first) || deps.ids.id() })),
    )
}

const pageSize = 20

/** @throws Problem not_found */
export async function listRoomChanges(
  deps: Deps,
  who: Who,
  id: string,
  after: { at: Date; id: string } | undefined,
) {
  await mustRun(deps, who, runOf(await roomRow(deps, id)))
  const { page, last } = pageOf(await changesOf(deps.db, id, after, pageSize + 1), pageSize)
  const changes: RoomChange[] = page.map(({ at, fields: own, ...row }) => ({
    ...row,
    fields: own.map(({ field, from, to }) => ({ name: headOf(field), from, to })),
    at: at.toISOString(),
  }))
  return { changes, next: last }
}

const headOf = (field: string): string => (field in columns ? columns[field as Field].head : field)
