/** Skeleton, then facts: the services are asked once for a page of cases, whatever their number. */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { type Read, readOf } from '../../platform/read'
import { factsOf } from './facts-store'
import type { Seen } from './kind'
import type { CaseRow } from './row'

export interface Hydrated<Row extends CaseRow> extends Seen {
  row: Row
}

/** A row of a type that nobody here knows, or of which its service has nothing, is left out and counted. */
export async function hydrate<Row extends CaseRow>(
  deps: Pick<Deps, 'kinds' | 'metrics'>,
  read: Read,
  rows: readonly Row[],
): Promise<Hydrated<Row>[]> {
  const facts = await factsOf(deps.kinds, read, rows)
  return rows.flatMap((row) => {
    const [kind, own] = [deps.kinds.get(row.type), facts.get(row.id)]
    if (kind && own) return [{ row, kind, facts: own }]
    deps.metrics.unknownCase(row.type)
    return []
  })
}

/** The same of one case that is locked. */
export const seenInside = async (
  deps: Pick<Deps, 'kinds' | 'metrics'>,
  tx: Tx,
  row: CaseRow | undefined,
): Promise<Seen | undefined> => (row ? (await hydrate(deps, readOf(tx), [row]))[0] : undefined)

/** What each case's service keeps of it, in clear, for the file that its person takes along. @returns by the case's id */
export async function exportedFacts(
  { kinds, cipher }: Pick<Deps, 'kinds' | 'cipher'>,
  tx: Tx,
  rows: readonly { id?: string; type?: unknown }[],
): Promise<Map<string, Readonly<Record<string, unknown>>>> {
  const cases = rows.map(({ id = '', type }) => ({ id, type: String(type) }))
  const facts = await factsOf(kinds, readOf(tx), cases)
  const more = new Map<string, Readonly<Record<string, unknown>>>()
  for (const kind of kinds.values()) {
    const ids = cases.filter(({ type }) => type === kind.type).map(({ id }) => id)
    if (ids.length === 0 || !kind.exported.more) continue
    for (const [id, own] of await kind.exported.more({ cipher }, tx, ids)) more.set(id, own)
  }
  return new Map(
    cases.flatMap(({ id, type }) => {
      const [kind, own] = [kinds.get(type), facts.get(id)]
      return kind && own ? [[id, { ...kind.exported.of(own, cipher), ...more.get(id) }] as const] : []
    }),
  )
}
