/** What the services keep of the cases on a page, each by its own query, asked together. */
import * as z from 'zod/mini'
import type { Read } from '../../platform/read'
import { asRows } from '../../platform/rows'
import type { Facts, Kind } from './kind'
import type { CaseRow } from './row'

const factsRow = z.strictObject({ n: z.int(), facts: z.unknown() })

const factsSql = (sql: string, n: number): string =>
  `SELECT ${n} AS n, to_jsonb(f) AS facts FROM (${sql.replaceAll('$1', `$${n + 1}`)}) f`

/** One statement for all services of a page, or that of the only one on it: a page costs the same however many there are. */
export async function factsOf(
  kinds: ReadonlyMap<string, Kind>,
  read: Read,
  rows: readonly Pick<CaseRow, 'id' | 'type'>[],
): Promise<Map<string, Facts>> {
  const onPage = new Set(rows.map((row) => row.type))
  const known = [...kinds.values()].filter(({ type }) => onPage.has(type))
  const asked = known.length > 1 ? [...kinds.values()] : known
  if (asked.length === 0) return new Map()
  const found = await read(
    factsRow,
    known.length > 1 ? 'facts' : `facts-${asked[0]?.type ?? ''}`,
    asked.map(({ facts: { sql } }, n) => factsSql(sql, n)).join(' UNION ALL '),
    asked.map(({ type }) => rows.filter((row) => row.type === type).map(({ id }) => id)),
  )
  return new Map(
    found.flatMap(({ n, facts }) => {
      const [own] = asRows(asked[n]?.facts.row ?? z.never(), [facts]) as Facts[]
      return own ? [[own.caseId, own] as const] : []
    }),
  )
}
