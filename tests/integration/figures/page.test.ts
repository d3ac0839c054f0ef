import { beforeAll, describe, expect, test } from 'vitest'
import type { Figure, FiguresPage } from '../../../bff/contracts/src/figures'
import { closeRatingMonths } from '../../../bff/src/modules/figures/jobs'
import { testApp } from '../../support/app'
import { insertOutcomes, type Outcome } from '../../support/outcomes'
import { goTo } from '../../support/programmes'
import { rateBadly } from '../../support/follow-ups'
import { ok } from '../../support/story'
import { elsewhere, here, makeDivisions, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
const township = here.slice(0, 9)
let supervisor: Person
let staff: Person

const many = (n: number, one: Outcome): Outcome[] => Array.from({ length: n }, () => one)
const october = '2026-10-12T04:00:00Z'

beforeAll(async () => {
  await makeDivisions(app)
  supervisor = await makePerson(app, { grants: [['supervisor', township]] })
  staff = await makePerson(app, { grants: [['staff', here]] })
  const rater = await makePerson(app)
  const raters: string[] = []
  for (let n = 0; n < 12; n += 1) raters.push((await makePerson(app)).accountId)
  await insertOutcomes(app.database.pool, raters, [
    ...many(8, { community: here, service: 'booking', rated: october, good: true, unprompted: true }),
    ...many(2, { community: here, service: 'booking', rated: october, good: false }),
    ...many(10, { community: here, service: 'booking', lapsed: october }),
    ...many(6, { community: here, service: 'enrolment', rated: '2026-09-03T04:00:00Z', good: true }),
    ...many(3, { community: nextDoor, service: 'booking', rated: october, good: false }),
  ])
  const often = many(12, { community: elsewhere, service: 'booking', rated: october, good: false })
  await insertOutcomes(app.database.pool, raters.slice(0, 4), often)
  app.clock.set('2026-11-23T02:12:00Z')
  await closeRatingMonths(app.deps)
  await rateBadly(app, rater)
})

const page = (division: string, who?: Person, service?: string) =>
  app.call<FiguresPage>('getFigures', {
    params: { division },
    query: service ? { service } : {},
    ...(who && { token: who.token }),
  })
const of = (figures: readonly Figure[], key: string) => figures.find((figure) => figure.key === key)

describe('the page of a community', () => {
  test('is everybody’s to read, without a session', async () => {
    const shown = await ok(page(here))
    expect(shown).toMatchObject({ through: '2026-10', service: null, division: { name: '东兴社区' } })
    expect(of(shown.year, 'ratings')).toMatchObject({ low: 15, high: 15, of: 15 })
    expect(of(shown.year, 'good')).toMatchObject({ low: 0.64, high: 1, of: 15 })
    expect(of(shown.latest, 'unrated')).toMatchObject({ low: 0.3, high: 0.7, of: null })
    expect(of(shown.before, 'ratings')?.of).toBe(5)
    expect(shown.months).toHaveLength(12)
    expect(shown.months.at(-1)?.month).toBe('2026-10')
  })

  test('by service', async () => {
    const shown = await ok(page(here, undefined, 'enrolment'))
    expect(of(shown.year, 'ratings')?.of).toBe(5)
    expect(shown.services.map((each) => [each.service, of(each.figures, 'ratings')?.of])).toEqual([
      ['booking', 10],
      ['enrolment', 5],
      ['consultation', 0],
      ['need', 0],
    ])
  })

  test('of four people who come often shows nothing, however often they rate', async () => {
    expect(of((await ok(page(elsewhere))).year, 'ratings')).toMatchObject({ low: 0, of: 0 })
  })

  test('with too few ratings shows none, and nobody can take them out of the page above', async () => {
    expect(of((await ok(page(nextDoor))).year, 'ratings')).toMatchObject({ low: 0, of: 0 })
    const above = await ok(page(township, supervisor))
    expect(of(above.year, 'ratings')?.of).toBe(15)
  })
})

describe('a division above', () => {
  test('is for whoever works or supervises there', async () => {
    expect((await page(township)).problem?.code).toBe('not_found')
    expect((await page(township, staff)).problem?.code).toBe('not_found')
    expect((await page(township, supervisor)).status).toBe(200)
    expect((await page('532301', supervisor)).problem?.code).toBe('not_found')
    expect((await page('999999', supervisor)).problem?.code).toBe('not_found')
    expect((await page(elsewhere, supervisor)).status).toBe(200)
  })

  test('lists what lies below in the order of the register, with the work that waits, and no rank', async () => {
    const below = (division: string, who: Person) =>
      app.call<{ divisions: Record<string, unknown>[]; next: null }>('listFiguresBelow', {
        params: { division },
        token: who.token,
      })
    const { divisions, next: cursor } = await ok(below(township, supervisor))
    expect(cursor).toBeNull()
    expect(divisions).toMatchObject([
      // It was opened today: who looks after every rating does not see it come.
      { division: { code: here }, open: 0, overdue: 0 },
      { division: { code: nextDoor }, open: 0, overdue: 0 },
    ])
    await goTo(app, '2026-11-24T09:00:00+08:00', supervisor, staff)
    const next = (await ok(below(township, supervisor))).divisions
    expect(next).toMatchObject([{ open: 1, overdue: 0 }, { open: 0 }])
    expect(Object.keys(divisions[0] ?? {}).sort()).toEqual(['division', 'open', 'overdue', 'year'])
    expect((await below(township, staff)).problem?.code).toBe('not_found')
    expect((await below(here, supervisor)).problem?.code).toBe('not_found')
  })
})

test('before the first month is over the page says so and shows nothing', async () => {
  const empty = await testApp()
  await makeDivisions(empty)
  const shown = await ok(empty.call<FiguresPage>('getFigures', { params: { division: here } }))
  expect(shown).toMatchObject({ through: null, publishedAt: null, months: [] })
})
