/** The counting of ratings done again, plainly: straight from the rows that people's acts left. */
import { nothing, type Published, sum } from '../../bff/src/modules/figures/formulas'

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

const monthOf = (column: string): string => `to_char(${column} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`
const zeros = (n: number): string => Array<string>(n).fill('0').join(', ')
/** When a follow-up counts, and what had been done by then. */
const counted = 'least(u.ended_at, u.stop_at)'
const done = `(u.contacted_at IS NOT NULL AND u.contacted_at <= ${counted})::int,
  (u.told_at IS NOT NULL AND u.told_at <= ${counted})::int`
const good = `(grade NOT IN ('dissatisfied', 'very_dissatisfied'))::int`

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
      -(u.contacted_at IS NOT NULL AND u.contacted_at <= ${counted})::int,
      -(u.told_at IS NOT NULL AND u.told_at <= ${counted})::int, 0, 0
    FROM follow_ups u JOIN ratings x ON x.id = u.rating_id WHERE x.overturned_at IS NOT NULL
      AND ${monthOf(counted)} <= ${monthOf('x.overturned_at')}
    UNION ALL SELECT x.community_code, x.service, ${monthOf('u.ended_at')}, ${zeros(7)}, 1, (u.verdict = 'satisfied')::int
    FROM follow_ups u JOIN ratings x ON x.id = u.rating_id WHERE u.state = 'closed'
  ) AS happened GROUP BY community, service, month`

/** Who stands behind what, by the month in which it counts. */
export interface PlainPerson {
  community: string
  service: string
  kind: 'rated' | 'followed' | 'ended'
  month: string
  rater: string
  /** The month in which a review found the rating wrong. */
  overturned: string | null
}

const person = (kind: PlainPerson['kind'], month: string): string =>
  `SELECT x.community_code AS community, x.service, '${kind}' AS kind, ${monthOf(month)} AS month, x.rater_id AS rater,
    ${monthOf('x.overturned_at')} AS overturned FROM ratings x`
const followed = 'JOIN follow_ups u ON u.rating_id = x.id'
export const plainPeople = `${person('rated', 'x.rated_at')}
  UNION ${person('followed', counted)} ${followed}
  UNION ${person('ended', 'u.ended_at')} ${followed} WHERE u.state = 'closed'`

type Key = keyof Counts
const groups: { keys: Key[]; kind: PlainPerson['kind']; enough: (c: Counts) => boolean }[] = [
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

const byCell = <T extends { community: string; service: string }>(rows: readonly T[]): Map<string, T[]> => {
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
  return [...byCell(rows.filter(({ month }) => month <= through))].flatMap(([key, cell]) =>
    groups.flatMap((group) => blocksOfCell(cell, group, persons && (persons.get(key) ?? []))),
  )
}

function blocksOfCell(
  cell: readonly PlainRow[],
  { keys, kind, enough }: (typeof groups)[number],
  people: readonly PlainPerson[] | undefined,
): PlainRow[] {
  const kept: Counts = zero()
  let since: string | undefined
  const inOrder = [...cell].sort((a, b) => (a.month < b.month ? -1 : 1))
  return inOrder.flatMap((row) => {
    if (keys.every((key) => row[key] === 0)) return []
    since ??= row.month
    for (const key of keys) kept[key] += row[key]
    const different = new Set(
      people
        ?.filter((one) => one.kind === kind && one.month >= (since ?? '') && one.month <= row.month)
        .filter((one) => one.overturned === null || one.overturned > row.month)
        .map((one) => one.rater),
    )
    const isFew = people !== undefined && different.size < 5 && !(kind === 'rated' && kept.rated === 0)
    if (!enough(kept) || isFew) return []
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

/** Divisions from the community upwards. */
const upwards = [12, 9, 6, 4, 2]

export interface PlainPublished extends Published {
  division: string
  service: string
  /** `2026-10` */
  month: string
}

const sidesOf = (c: Counts) => ({
  bad: c.rated - c.good,
  unprompted: c.unprompted,
  lapsed: c.lapsed,
  unanswered: c.followed - c.answered,
  unrectified: c.followed - c.rectified,
  discontent: c.verdicts - c.content,
})
type Side = keyof ReturnType<typeof sidesOf>

/** What of some blocks is published: wholes as they come, sides in fives as they come together. */
export function plainPublished(blocks: readonly PlainRow[]): PlainPublished[] {
  const cells = new Map<string, PlainRow[]>()
  for (const block of blocks)
    for (const digits of upwards)
      for (const service of [block.service, 'all']) {
        const key = `${block.community.slice(0, digits)} ${service}`
        cells.set(key, [...(cells.get(key) ?? []), block])
      }
  return [...cells].flatMap(([key, cell]) => {
    const [division = '', service = ''] = key.split(' ')
    const months = [...new Set(cell.map(({ month }) => month))].sort()
    return months.map((month, n) => {
      const until = (last: string | undefined) =>
        sidesOf(total(cell.filter((block) => last !== undefined && block.month <= last)))
      const [now, before] = [until(month), until(months[n - 1])]
      const { rated, followed, verdicts } = total(cell.filter((block) => block.month === month))
      const sides = Object.keys(now).map((side) => [
        side,
        5 * (Math.floor(now[side as Side] / 5) - Math.floor(before[side as Side] / 5)),
      ])
      return { division, service, month, ...nothing, rated, followed, verdicts, ...Object.fromEntries(sides) }
    })
  })
}

/** Of one division and service, in some months. */
export const publishedIn = (
  rows: readonly PlainPublished[],
  asked: { division: string; service: string; from?: string; to?: string },
): Published =>
  sum(
    rows
      .filter((row) => row.division === asked.division && row.service === asked.service)
      .filter(({ month }) => month >= (asked.from ?? '') && month <= (asked.to ?? '9999-12'))
      .map(({ division: _, service: _s, month: _m, ...published }) => published),
  )
