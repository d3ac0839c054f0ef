/** Reads the register of divisions and what they set for themselves. */
import type { Db, Tx } from '../../platform/db'

export interface DivisionRow {
  code: string
  level: string
  name: string
  fullName: string
  parentCode: string | null
  phone: string | null
}

export const allDivisions = (db: Db): Promise<DivisionRow[]> =>
  db.client.division.findMany({ orderBy: { code: 'asc' } })

export const allSettings = (db: Db): Promise<{ divisionCode: string; key: string; value: unknown }[]> =>
  db.client.divisionSetting.findMany()

export const settingsOfDivisions = (tx: Tx, codes: readonly string[]) =>
  tx.divisionSetting.findMany({ where: { divisionCode: { in: [...codes] } } })
