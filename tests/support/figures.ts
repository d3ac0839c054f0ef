/** The counting of ratings done again, plainly: straight from the rows that people's acts left. */
import type { PlainPerson } from './published'

/** What happened, to the number. */
export interface Counts {
  rated: number
  good: number
  unprompted: number
  lapsed: number
  followed: number
  answered: number
  rectified: number
  verdicts: number
  content: number
}

export interface PlainRow extends Counts {
  community: string
  service: string
  /** `2026-10` */
  month: string
}

export const monthOf = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`
const zeros = (n: number): string => Array<string>(n).fill('0').join(', ')
/** When a follow-up counts, and what had been done by then. */
export const counted = 'least(u.ended_at, u.stop_at)'
/** Where nobody calls, whoever was told has been answered. */
export const heard = `((u.contacted_at <= ${counted}) IS TRUE
  OR (u.confidential AND u.contacted_at IS NULL AND (u.told_at <= ${counted}) IS TRUE))`
const done = `${heard}::int,
  (u.told_at IS NOT NULL AND u.told_at <= ${counted})::int`
export const good = `(grade NOT IN ('dissatisfied', 'very_dissatisfied'))::int`

/**
 * What happened by community, service and month, straight from the rows that people's acts left, for all time at once:
 * another statement than the service's, which counts a month at a time.
 */
export const plainMonths = `
  SELECT community, service, month, sum(rated)::int AS rated, sum(good)::int AS good, sum(unprompted)::int AS unprompted,
    sum(lapsed)::int AS lapsed, sum(followed)::int AS followed, sum(answered)::int AS answered,
    sum(rectified)::int AS rectified, sum(verdicts)::int AS verdicts, sum(content)::int AS content
  FROM (
    SELECT community_code AS community, service, ${monthOf('rated_at')} AS month, 1 AS rated, ${good} AS good,
      unprompted::int AS unprompted, 0 AS lapsed, 0 AS followed, 0 AS answered, 0 AS rectified, 0 AS verdicts, 0 AS content
    FROM ratings
    UNION ALL SELECT community_code, service, ${monthOf('overturned_at')}, -1, -${good}, -unprompted::int, ${zeros(6)}
    FROM ratings WHERE overturned_at IS NOT NULL
    UNION ALL SELECT community_code, service, ${monthOf('rate_until')}, 0, 0, 0, 1, ${zeros(5)}
    FROM rating_rights WHERE rated_at IS NULL
    UNION ALL SELECT x.community_code, x.service, ${monthOf(counted)}, ${zeros(4)}, 1, ${done}, 0, 0
    FROM follow_ups u JOIN ratings x ON x.id = u.rating_id
    UNION ALL SELECT x.community_code, x.service, ${monthOf('x.overturned_at')}, ${zeros(4)}, -1,
      -${heard}::int,
      -(u.told_at IS NOT NULL AND u.told_at <= ${counted})::int, 0, 0
    FROM follow_ups u JOIN ratings x ON x.id = u.rating_id WHERE x.overturned_at IS NOT NULL
      AND ${monthOf(counted)} <= ${monthOf('x.overturned_at')}
    UNION ALL SELECT x.community_code, x.service, ${monthOf('u.ended_at')}, ${zeros(7)}, 1, (u.verdict = 'satisfied')::int
    FROM follow_ups u JOIN ratings x ON x.id = u.rating_id WHERE u.state = 'closed'
  ) AS happened GROUP BY community, service, month`

export type Key = keyof Counts
interface Group {
  keys: Key[]
  kind: PlainPerson['kind']
  enough: (c: Counts) => boolean
}
const groups: Group[] = [
  {
    keys: ['rated', 'good', 'unprompted', 'lapsed'],
    kind: 'rated',
    enough: (c) =>
      (c.rated >= 5 && c.good >= 0 && c.good <= c.rated && c.unprompted >= 0 && c.unprompted <= c.rated) ||
      (c.rated === 0 && c.good === 0 && c.unprompted === 0 && c.lapsed >= 5),
  },
  {
    keys: ['followed', 'answered', 'rectified'],
    kind: 'followed',
    enough: (c) =>
      c.followed >= 5 &&
      c.answered >= 0 &&
      c.answered <= c.followed &&
      c.rectified >= 0 &&
      c.rectified <= c.followed,
  },
  { keys: ['verdicts', 'content'], kind: 'ended', enough: (c) => c.verdicts >= 5 },
]

export const byCell = <T extends { community: string; service: string }>(
  rows: readonly T[],
): Map<string, T[]> => {
  const cells = new Map<string, T[]>()
  for (const row of rows) {
    const key = `${row.community} ${row.service}`
    const cell = cells.get(key)
    if (cell) cell.push(row)
    else cells.set(key, [row])
  }
  return cells
}

/**
 * The same blocks, made by walking the months one after the other.
 * @param people who stands behind the rows; without them everybody is somebody else
 * @returns released counts, by month of release
 */
export function plainBlocks(
  rows: readonly PlainRow[],
  through: string,
  people?: readonly PlainPerson[],
): PlainRow[] {
  const persons = people && byCell(people)
  return [...byCell(rows.filter(({ month }) => month <= through))].flatMap(([key, cell]) => {
    const all: PlainRow[] = []
    for (const group of groups)
      all.push(...blocksOfCell(cell, group, { people: persons && (persons.get(key) ?? []), before: all }))
    return all
  })
}

/** Whoever is followed up is among the bad grades that are released by then, and whoever has the last word among those. */
function fits(
  kind: PlainPerson['kind'],
  seen: Counts,
  released: readonly PlainRow[],
  month: string,
): boolean {
  const by = total(released.filter((block) => block.month <= month))
  if (kind === 'followed') return seen.followed <= by.rated - by.good
  return kind !== 'ended' || seen.verdicts <= by.followed
}

function blocksOfCell(
  cell: readonly PlainRow[],
  { keys, kind, enough }: Group,
  { people, before }: { people: readonly PlainPerson[] | undefined; before: readonly PlainRow[] },
): PlainRow[] {
  const kept: Counts = zero()
  const seen: Counts = zero()
  let since: string | undefined
  const inOrder = [...cell].sort((a, b) => (a.month < b.month ? -1 : 1))
  return inOrder.flatMap((row) => {
    if (keys.every((key) => row[key] === 0)) return []
    since ??= row.month
    for (const key of keys) [kept[key], seen[key]] = [kept[key] + row[key], seen[key] + row[key]]
    const different = new Set(
      people
        ?.filter((one) => one.kind === kind && one.month >= (since ?? '') && one.month <= row.month)
        .filter((one) => one.overturned === null || one.overturned > row.month)
        .map((one) => one.person),
    )
    const isFew = people !== undefined && different.size < 5 && !(kind === 'rated' && kept.rated === 0)
    if (!enough(kept) || isFew || !fits(kind, seen, before, row.month)) return []
    const block: PlainRow = { community: row.community, service: row.service, month: row.month, ...zero() }
    for (const key of keys) [block[key], kept[key]] = [kept[key], 0]
    since = undefined
    return [block]
  })
}

export const zero = (): Counts => ({
  rated: 0,
  good: 0,
  unprompted: 0,
  lapsed: 0,
  followed: 0,
  answered: 0,
  rectified: 0,
  verdicts: 0,
  content: 0,
})

export function total(rows: readonly Counts[]): Counts {
  const all = zero()
  for (const row of rows) for (const key of Object.keys(all) as Key[]) all[key] += row[key]
  return all
}
