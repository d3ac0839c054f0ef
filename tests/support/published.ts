/** What is published of blocks done again, plainly: fives of different people, one after the other. */
import { nothing, type Published, sum } from '../../bff/src/modules/figures/formulas'
import { byCell, counted, good, heard, type Key, monthOf, type PlainRow } from './figures'

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
  UNION ALL ${person('followed', counted, `(NOT ${heard})::int`, undone('u.told_at'))} ${followed} ${by}
  UNION ALL ${person('ended', 'u.ended_at', `(u.verdict = 'dissatisfied')::int`, '0')} ${followed}
    WHERE u.state = 'closed' ${by}
  UNION ALL SELECT r.community_code, r.service, 'lapsed', ${monthOf('rate_until')}, c.subject_id, NULL, count(*)::int, 0, 0
  FROM rating_rights r JOIN cases c ON c.id = r.case_id WHERE r.rated_at IS NULL ${by}`

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
export function groupsOfFive(cases: readonly number[]): number {
  let left = [...cases]
  for (let groups = 0; ; groups += 1) {
    left = left.filter((n) => n > 0).sort((a, b) => b - a)
    if (left.length < 5) return groups
    left = left.map((n, at) => (at < 5 ? n - 1 : n))
  }
}

/** How often each person counts towards a number, and the fives of it so far. */
class Tally {
  private readonly of = new Map<string, number>()
  private n = 0
  published = 0
  add(person: string | null, n: number): void {
    if (person !== null) this.of.set(person, (this.of.get(person) ?? 0) + n)
    this.n += n
  }
  /** @returns how many fives more than before */
  grow(): number {
    const most = [...this.of.values()].reduce((high, n) => Math.max(high, n), 0)
    const now = 5 * most <= this.n ? Math.floor(this.n / 5) : groupsOfFive([...this.of.values()])
    const more = Math.max(0, now - this.published)
    this.published += more
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
