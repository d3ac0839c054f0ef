/** What is published, against the same counted again from the rows by other statements. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { figuresOf } from '../../../bff/src/modules/figures/formulas'
import { closeRatingMonths } from '../../../bff/src/modules/figures/jobs'
import { testApp } from '../../support/app'
import { plainBlocks, plainMonths, type PlainRow, total } from '../../support/figures'
import {
  plainPeople,
  type PlainPerson,
  plainPublished,
  type PlainPublished,
  publishedIn,
} from '../../support/published'
import { insertOutcomes, type Outcome } from '../../support/outcomes'
import { together } from '../../support/together'
import { elsewhere, here, makeDivisions, makePerson, nextDoor } from '../../support/world'

const app = await testApp()
const communities = [here, nextDoor, elsewhere]
const day = 86_400_000
const start = Date.parse('2026-03-01T00:00:00+08:00')
const days = 300

const at = (offset: number): string => new Date(start + Math.round(offset * day)).toISOString()
const offset = fc.double({ min: 0, max: days, noNaN: true })
const later = fc.option(fc.double({ min: 0.1, max: 40, noNaN: true }), { nil: undefined })

/** A finished case: rated well, rated badly with what came of it, or never rated. */
const outcome: fc.Arbitrary<Outcome> = fc
  .record({
    // Most in one place, few in the others: large cells beside small ones.
    community: fc.constantFrom(...communities, here, here, here),
    service: fc.constantFrom('booking' as const, 'booking' as const, 'enrolment' as const),
    when: offset,
    kind: fc.constantFrom('good', 'good', 'bad', 'bad', 'bad', 'lapsed', 'lapsed'),
    unprompted: fc.boolean(),
    contacted: later,
    confidential: fc.boolean(),
    told: later,
    verdict: later,
    satisfied: fc.boolean(),
    overturned: fc.option(fc.double({ min: 1, max: 60, noNaN: true }), { nil: undefined, freq: 6 }),
  })
  .map(({ community, service, when, kind, unprompted, ...f }) => {
    const base = { community, service, unprompted }
    if (kind === 'lapsed') return { ...base, lapsed: at(when) }
    if (kind === 'good') return { ...base, rated: at(when), good: true }
    const verdict = f.verdict === undefined ? undefined : at(when + f.verdict + 1)
    const isOver = f.overturned === undefined && verdict !== undefined && f.satisfied
    return {
      ...base,
      rated: at(when),
      good: false,
      ...(f.overturned !== undefined && { overturned: at(when + f.overturned) }),
      followUp: {
        stopAt: at(when + 21),
        confidential: f.confidential,
        ...(f.contacted !== undefined && { contacted: at(when + f.contacted) }),
        ...(f.told !== undefined && { told: at(when + f.told) }),
        ...(verdict && { verdicts: [{ at: verdict, satisfied: f.satisfied }] }),
        ...(isOver && { ended: verdict }),
      },
    }
  })

const published = async (): Promise<PlainPublished[]> => {
  const { rows } = await app.database.pool.query<PlainPublished>(
    `SELECT division_code AS division, service, to_char(month, 'YYYY-MM') AS month, rated, followed, verdicts,
       bad, unprompted, lapsed, unanswered, unrectified, discontent
     FROM rating_published ORDER BY division_code, service, rating_published.month`,
  )
  return rows
}
const isSomething = ({ division: _, service: _s, month: _m, ...numbers }: PlainPublished): boolean =>
  Object.values(numbers).some((n) => n !== 0)
const place = ({ division, service, month }: PlainPublished): string => `${division} ${service} ${month}`

beforeAll(async () => {
  await makeDivisions(app)
  const raters: string[] = []
  for (let n = 0; n < 40; n += 1) raters.push((await makePerson(app)).accountId)
  const outcomes = fc.sample(fc.array(outcome, { minLength: 700, maxLength: 700 }), {
    numRuns: 1,
    seed: 4,
  })[0]
  await insertOutcomes(app.database.pool, raters, outcomes ?? [])
  // Counted as it is lived: some months late, some two at once by two workers, one when a year has gone.
  for (const now of [
    '2026-04-01T00:30:00Z',
    '2026-08-20T00:00:00Z',
    '2026-11-30T16:30:00Z',
    '2027-06-01T00:00:00Z',
  ]) {
    app.clock.set(now)
    await together(3, () => closeRatingMonths(app.deps))
  }
})

describe('the summary of every division, service and month', () => {
  test('equals plain SQL over what people did', async () => {
    const { rows } = await app.database.pool.query<PlainRow>(plainMonths)
    const people = await app.database.pool.query<PlainPerson>(plainPeople)
    const blocks = plainBlocks(rows, '2027-05', people.rows)
    const all = await published()
    expect(all.length).toBeGreaterThan(80)
    const expected = plainPublished(blocks, people.rows).filter(isSomething)
    expect(all.filter(isSomething).map(place).sort()).toEqual(expected.map(place).sort())
    for (const row of expected) expect(all.find((one) => place(one) === place(row))).toEqual(row)
  })

  test('of every figure holds the truth between its ends', async () => {
    const { rows } = await app.database.pool.query<PlainRow>(plainMonths)
    const people = await app.database.pool.query<PlainPerson>(plainPeople)
    const blocks = plainBlocks(rows, '2027-05', people.rows)
    const all = await published()
    const windows = ['2026-03', '2026-07', '2026-12'].flatMap((from) =>
      ['2026-07', '2026-12', '2027-05'].map((to) => ({ from, to })),
    )
    let looked = 0
    // Forty people who come as often as each other: every five of cases is one of people.
    for (const division of [here.slice(0, 6), '5323'])
      for (const service of ['booking', 'all'])
        for (const { from, to } of windows) {
          const truth = total(
            blocks.filter(
              (b) =>
                b.community.startsWith(division) &&
                (service === 'all' || b.service === service) &&
                b.month >= from &&
                b.month <= to,
            ),
          )
          const figures = figuresOf(publishedIn(all, { division, service, from, to }))
          const shares = {
            good: truth.good / truth.rated,
            unrated: truth.lapsed / (truth.rated + truth.lapsed),
          }
          for (const [key, share] of Object.entries(shares)) {
            const { low, high } = figures.find((figure) => figure.key === key) ?? { low: null, high: null }
            if (low === null || high === null) continue
            looked += 1
            expect([low - 0.006 <= share, share <= high + 0.006], `${key} ${low} ${share} ${high}`).toEqual([
              true,
              true,
            ])
          }
        }
    expect(looked).toBeGreaterThan(20)
  })

  test('of one who comes every week and four who came once is five, and never more', async () => {
    const often = await testApp()
    await makeDivisions(often)
    const [regular, ...others] = await Promise.all(Array.from({ length: 5 }, () => makePerson(often)))
    const weekly = Array.from({ length: 20 }, (_, n) => ({
      community: here,
      service: 'booking' as const,
      rated: at(n * 7),
      good: false,
    }))
    await insertOutcomes(often.database.pool, [regular?.accountId ?? ''], weekly)
    const once = others.map(() => ({
      community: here,
      service: 'booking' as const,
      rated: at(3),
      good: false,
    }))
    await insertOutcomes(
      often.database.pool,
      others.map(({ accountId }) => accountId),
      once,
    )
    await insertOutcomes(
      often.database.pool,
      [regular?.accountId ?? ''],
      Array.from({ length: 9 }, () => ({ community: here, service: 'booking' as const, lapsed: at(3) })),
    )
    often.clock.set('2026-12-02T00:00:00Z')
    await closeRatingMonths(often.deps)
    const { rows } = await often.database.pool.query<Record<string, number>>(
      `SELECT sum(rated)::int AS rated, sum(bad)::int AS bad, sum(lapsed)::int AS lapsed FROM rating_published
       WHERE division_code = $1 AND service = 'all'`,
      [here],
    )
    expect(rows).toEqual([{ rated: 5, bad: 5, lapsed: 0 }])
  })

  test('holds back something, and releases most', async () => {
    const { rows } = await app.database.pool.query<PlainRow>(plainMonths)
    const everything = total(rows)
    const released = publishedIn(await published(), { division: '53', service: 'all' })
    expect(released.verdicts).toBeGreaterThan(0)
    for (const key of ['rated', 'followed'] as const) {
      expect(released[key]).toBeGreaterThan(everything[key] * 0.8)
      expect(released[key]).toBeLessThanOrEqual(everything[key] + 60)
    }
  })

  test('a month is counted once, by whichever worker comes first', async () => {
    const { rows } = await app.database.pool.query<{ n: number; first: string; last: string }>(
      `SELECT count(*)::int AS n, to_char(min(month), 'YYYY-MM') AS first, to_char(max(month), 'YYYY-MM') AS last
       FROM rating_closings`,
    )
    expect(rows).toEqual([{ n: 17, first: '2026-01', last: '2027-05' }])
    const before = await published()
    await together(3, () => closeRatingMonths(app.deps))
    expect(await published()).toEqual(before)
  })
})
