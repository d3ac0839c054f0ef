/** Rooms as a sheet. Everything is written as text or a number: what begins with = is text. */
import writeXlsx from 'write-excel-file/node'
import type { RoomRow } from '../present'
import { planOf } from '../desk/plans'
import { columns, fields, placeHeads } from './columns'

type Value = { value: string; type: StringConstructor } | { value: number; type: NumberConstructor }

const cell = (value: string | number): Value =>
  typeof value === 'number' ? { value, type: Number } : { value, type: String }

export function sheetOf(rows: readonly RoomRow[]): Promise<Buffer> {
  const heads = [...Object.values(placeHeads), ...fields.map((field) => columns[field].head)]
  const lines = rows.map((row) => {
    const plan = planOf(row)
    const said = fields.map((field) =>
      cell((columns[field].say as (value: unknown) => string | number)(plan[field])),
    )
    return [cell(row.id), cell(row.version), cell(row.facility_name), ...said]
  })
  const head = heads.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))
  return writeXlsx([head, ...lines], { columns: heads.map(() => ({ width: 18 })) }).toBuffer()
}
