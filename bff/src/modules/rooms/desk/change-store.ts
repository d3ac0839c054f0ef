/** What became of rooms, as it was written: only added to. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../../platform/db'
import { rowOf } from '../../../platform/rows'

const field = z.strictObject({ field: z.string(), from: z.string(), to: z.string() })
export type ChangedField = z.output<typeof field>

const what = z.enum(['added', 'changed', 'retired', 'restored'])

export interface NewChange {
  id: string
  roomId: string
  what: z.output<typeof what>
  fields: readonly ChangedField[]
}

export async function insertChanges(
  tx: Tx,
  by: { id: string; name: string; at: Date },
  changes: readonly NewChange[],
): Promise<void> {
  if (changes.length === 0) return
  const rows = JSON.stringify(
    changes.map(({ id, roomId, what, fields }) => ({ id, room_id: roomId, what, fields })),
  )
  await tx.$executeRaw`INSERT INTO room_changes (id, room_id, what, fields, by_id, by_name, at)
    SELECT r.id, r.room_id, r.what, r.fields, ${by.id}::uuid, ${by.name}, ${by.at}::timestamptz
    FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, room_id uuid, what text, fields jsonb)`
}

const countRow = z.strictObject({ added: z.int(), changed: z.int() })

/** Of what was written at once, by its first. */
export async function countWith(tx: Tx, first: string): Promise<z.output<typeof countRow>> {
  const row = await rowOf(tx, countRow)`
    SELECT count(*) FILTER (WHERE c.what = 'added')::int AS added,
      count(*) FILTER (WHERE c.what = 'changed')::int AS changed
    FROM room_changes f JOIN room_changes c ON c.by_id = f.by_id AND c.at = f.at WHERE f.id = ${first}::uuid`
  return row ?? { added: 0, changed: 0 }
}

const changeRow = z.strictObject({
  id: z.string(),
  what,
  fields: z.array(field),
  by: z.string(),
  at: z.date(),
})
export type ChangeRow = z.output<typeof changeRow>

export const changesOf = (
  db: Db,
  roomId: string,
  after: { at: Date; id: string } | undefined,
  limit: number,
): Promise<ChangeRow[]> =>
  db.statement(
    changeRow,
    'room-changes',
    `SELECT id, what, fields, by_name AS by, at FROM room_changes
     WHERE room_id = $1::uuid AND ($2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid))
     ORDER BY at DESC, id DESC LIMIT $4::int`,
    [roomId, after?.at ?? null, after?.id ?? null, limit],
  )
