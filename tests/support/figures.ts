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

/** Who stands behind what, by the month in which it counts, and how often. */
export interface PlainPerson {
  community: string
  service: string
  kind: 'rated' | 'lapsed' | 'followed' | 'ended'
  month: string
  /** Null: many, none of whom comes twice. */
  person: string | null
  /** The month in which a review found the rating wrong. */
  overturned: string | null
  n: number
  /** Of the rated: bad; of the followed: not answered; of the ended: not content. */
  one: number
  /** Of the rated: unprompted; of the followed: not put right. */
  two: number
}

const person = (kind: PlainPerson['kind'], month: string, one: string, two: string): string =>
  `SELECT x.community_code AS community, x.service, '${kind}' AS kind, ${monthOf(month)} AS month, x.rater_id AS person,
    ${monthOf('x.overturned_at')} AS overturned, count(*)::int AS n, sum(${one})::int AS one, sum(${two})::int AS two
    FROM ratings x`
const followed = 'JOIN follow_ups u ON u.rating_id = x.id'
const by = 'GROUP BY 1, 2, 3, 4, 5, 6'
const undone = (mark: string): string => `(${mark} IS NULL OR ${mark} > ${counted})::int`
export const plainPeople = `${person('rated', 'x.rated_at', `1 - ${good}`, 'unprompted::int')} ${by}
  UNION ALL ${person('followed', counted, undone('u.contacted_at'), undone('u.told_at'))} ${followed} ${by}
  UNION ALL ${person('ended', 'u.ended_at', `(u.verdict = 'dissatisfied')::int`, '0')} ${followed}
    WHERE u.state = 'closed' ${by}
  UNION ALL SELECT r.community_code, r.service, 'lapsed', ${monthOf('rate_until')}, c.subject_id, NULL, count(*)::int, 0, 0
  FROM rating_rights r JOIN cases c ON c.id = r.case_id WHERE r.rated_at IS NULL ${by}`

type Key = keyof Counts
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

/** Divisions from the community upwards. */
const upwards = [12, 9, 6, 4, 2]

export interface PlainPublished extends Published {
  division: string
  service: string
  /** `2026-10` */
  month: string
}

const published = [
  'rated',
  'bad',
  'unprompted',
  'lapsed',
  'followed',
  'unanswered',
  'unrectified',
  'verdicts',
  'discontent',
] as const
type Name = (typeof published)[number]

/** Which numbers a person's cases of a kind count towards. */
const partsOf = ({ kind, n, one, two }: PlainPerson): [Name, number][] => {
  if (kind === 'lapsed') return [['lapsed', n]]
  if (kind === 'ended')
    return [
      ['verdicts', n],
      ['discontent', one],
    ]
  if (kind === 'followed')
    return [
      ['followed', n],
      ['unanswered', one],
      ['unrectified', two],
    ]
  return [
    ['rated', n],
    ['bad', one],
    ['unprompted', two],
  ]
}

/** Everybody is somebody else. */
const strangers = (blocks: readonly PlainRow[]): PlainPerson[] =>
  blocks.flatMap((b) => {
    const base = {
      community: b.community,
      service: b.service,
      month: b.month,
      person: null,
      overturned: null,
    }
    return [
      { ...base, kind: 'rated', n: b.rated, one: b.rated - b.good, two: b.unprompted },
      { ...base, kind: 'lapsed', n: b.lapsed, one: 0, two: 0 },
      {
        ...base,
        kind: 'followed',
        n: b.followed,
        one: b.followed - b.answered,
        two: b.followed - b.rectified,
      },
      { ...base, kind: 'ended', n: b.verdicts, one: b.verdicts - b.content, two: 0 },
    ] satisfies PlainPerson[]
  })

/** The most fives of different people: one after the other, each of whoever has most left. Slow, and plainly right. */
export function fivesOf(cases: readonly number[]): number {
  let left = [...cases]
  for (let fives = 0; ; fives += 1) {
    left = left.filter((n) => n > 0).sort((a, b) => b - a)
    if (left.length < 5) return fives
    left = left.map((n, at) => (at < 5 ? n - 1 : n))
  }
}

/** How often each person counts towards a number, and the fives of it so far. */
class Tally {
  private readonly of = new Map<string, number>()
  private n = 0
  told = 0
  add(person: string | null, n: number): void {
    if (person !== null) this.of.set(person, (this.of.get(person) ?? 0) + n)
    this.n += n
  }
  /** @returns how many fives more than before */
  grow(): number {
    const most = [...this.of.values()].reduce((high, n) => Math.max(high, n), 0)
    const now = 5 * most <= this.n ? Math.floor(this.n / 5) : fivesOf([...this.of.values()])
    const more = Math.max(0, now - this.told)
    this.told += more
    return more
  }
}

const groupOf = (kind: PlainPerson['kind']): Key =>
  kind === 'lapsed' ? 'rated' : kind === 'ended' ? 'verdicts' : kind
const isOf = (block: PlainRow, kind: PlainPerson['kind']): boolean =>
  groupOf(kind) === 'rated' ? block.rated + block.lapsed !== 0 : block[groupOf(kind)] !== 0

/** What of some blocks is published, month by month: of every number the fives of different people since the beginning. */
export function plainPublished(blocks: readonly PlainRow[], people = strangers(blocks)): PlainPublished[] {
  const cells = byCell(people)
  const until = new Map<string, string>()
  const nodes = new Map<string, Record<Name, Tally>>()
  const all: PlainPublished[] = []
  for (const month of [...new Set(blocks.map((block) => block.month))].sort()) {
    const touched = new Set<string>()
    for (const block of blocks.filter((one) => one.month === month)) {
      const places = upwards.flatMap((digits) => [
        `${block.community.slice(0, digits)} ${block.service}`,
        `${block.community.slice(0, digits)} all`,
      ])
      for (const place of places) touched.add(place)
      for (const one of cells.get(`${block.community} ${block.service}`) ?? []) {
        if (!isOf(block, one.kind)) continue
        const before = until.get(`${block.community} ${block.service} ${groupOf(one.kind)}`) ?? ''
        const sign = signOf(one, before, month)
        if (sign === 0) continue
        for (const place of places)
          for (const [name, n] of partsOf(one)) tallyOf(nodes, place)[name].add(one.person, sign * n)
      }
      for (const kind of ['rated', 'followed', 'ended'] as const)
        if (isOf(block, kind)) until.set(`${block.community} ${block.service} ${groupOf(kind)}`, month)
    }
    for (const place of touched) {
      const [division = '', service = ''] = place.split(' ')
      const tally = tallyOf(nodes, place)
      const grown = Object.fromEntries(published.map((name) => [name, 5 * tally[name].grow()]))
      all.push({ division, service, month, ...nothing, ...grown })
    }
  }
  return all
}

const tallyOf = (nodes: Map<string, Record<Name, Tally>>, place: string): Record<Name, Tally> => {
  const found = nodes.get(place)
  if (found) return found
  const fresh = Object.fromEntries(published.map((name) => [name, new Tally()])) as Record<Name, Tally>
  nodes.set(place, fresh)
  return fresh
}

/** Whether a person's cases come in between two releases (1), were there and are found wrong (-1), or neither. */
function signOf({ month, overturned, kind }: PlainPerson, before: string, now: string): -1 | 0 | 1 {
  const stands = (at: string): boolean =>
    month <= at && at !== '' && (kind === 'ended' || overturned === null || overturned > at)
  return (Number(stands(now)) - Number(stands(before))) as -1 | 0 | 1
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
