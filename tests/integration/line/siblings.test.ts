import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import {
  answerLine,
  makePlaces,
  setCapacity,
  settlePlaces,
  standingsOf,
  waitForPlaces,
} from '../../support/line'
import { caseOf } from '../../support/story'
import { together } from '../../support/together'
import { makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let guardian: Person
let programmeId: string
let lineId: string
let ids: string[]

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  guardian = await makePerson(app)
  programmeId = await makePlaces(app, 1)
  ids = []
})

/** So many wait, one child each. */
async function line(n: number): Promise<void> {
  for (let i = 0; i < n; i++) {
    const made = await waitForPlaces(app, programmeId, { guardian: guardian.accountId })
    ids.push(...made.caseIds)
    lineId = made.lineId
  }
}

describe('siblings', () => {
  const group = async (rule: 'all' | 'any', children: number): Promise<string[]> => {
    const made = await waitForPlaces(app, programmeId, { guardian: guardian.accountId, rule, children })
    lineId = made.lineId
    return made.caseIds
  }
  const states = async (): Promise<string[]> => (await standingsOf(app, lineId)).map((e) => e.state)

  test('who wait together are passed over until there is room for all, and keep their place', async () => {
    await group('all', 2)
    await line(1)
    await settlePlaces(app, lineId)
    expect(await states()).toEqual(['waiting', 'waiting', 'held'])
    await setCapacity(app, programmeId, 3)
    await settlePlaces(app, lineId)
    expect(await states()).toEqual(['held', 'held', 'held'])
  })

  test('who wait together are answered for together', async () => {
    await setCapacity(app, programmeId, 2)
    const [first, second] = await group('all', 2)
    await settlePlaces(app, lineId)
    expect(await answerLine(app, guardian.accountId, second ?? '', 'accept')).toBe('confirmed')
    expect((await caseOf(app, guardian, first ?? '')).state).toBe('confirmed')
  })

  test('one of them may leave alone, and then the rest may fit', async () => {
    const [first] = await group('all', 2)
    await settlePlaces(app, lineId)
    expect(await answerLine(app, guardian.accountId, first ?? '', 'leave')).toBe('cancelled')
    expect(await states()).toEqual(['cancelled', 'held'])
  })

  test('who take what there is are offered one after the other', async () => {
    await group('any', 3)
    await settlePlaces(app, lineId)
    expect(await states()).toEqual(['held', 'waiting', 'waiting'])
    await setCapacity(app, programmeId, 2)
    await settlePlaces(app, lineId)
    expect(await states()).toEqual(['held', 'held', 'waiting'])
  })

  test('are next to each other, whoever joins in the same moment', async () => {
    await together(10, async (n) => void (await (n % 2 === 0 ? group('all', 3) : line(1))))
    const { rows } = await app.database.pool.query<{ group_id: string }>(
      'SELECT group_id FROM line_entries WHERE line_id = $1 ORDER BY sort_score DESC, sort_arrival',
      [lineId],
    )
    const changes = rows.filter((row, n) => n > 0 && row.group_id !== rows[n - 1]?.group_id).length
    expect(rows).toHaveLength(20)
    expect(changes).toBe(new Set(rows.map((row) => row.group_id)).size - 1)
  })

  test('a guardian of only one of them does not answer for the others', async () => {
    await setCapacity(app, programmeId, 2)
    const [first] = await group('all', 2)
    const other = await makePerson(app)
    await app.database.pool.query(
      `INSERT INTO guardians (id, child_id, account_id, place, relation, created_at, known_at)
       SELECT gen_random_uuid(), child_id, $2, 2, 'father', now(), now() FROM enrolments WHERE case_id = $1`,
      [first, other.accountId],
    )
    await settlePlaces(app, lineId)
    expect(await answerLine(app, other.accountId, first ?? '', 'accept')).toBe('not_allowed')
    expect(await states()).toEqual(['held', 'held'])
  })
})
