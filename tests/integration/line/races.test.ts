import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answer, type LineAnswer } from '../../../bff/src/modules/line/answers'
import { settleNow } from '../../../bff/src/modules/line/service'
import { idempotencyOf } from '../../../bff/src/platform/idempotency'
import { Problem } from '../../../bff/src/platform/problem'
import { buildTestApp, monday, testApp } from '../../support/app'
import {
  makePlaces,
  placesLine,
  settlePlaces,
  standingsOf,
  testResources,
  waitForPlaces,
} from '../../support/line'
import { testRedis } from '../../support/redis'
import { together, values } from '../../support/together'
import { liftQuota, makeDivisions, makePerson, type Person } from '../../support/world'

const rounds = 15
const app = await testApp()
/** Another process on the same database, whose clock is its own. */
const other = await buildTestApp(app.database, (await testRedis()).url)
let mother: Person
let lineId: string
let ids: string[]

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
  return () => other.close()
})
beforeEach(() => app.clock.set(monday))

/** Two families wait for one place; the first has it offered until 12:12. */
async function oneOffer(): Promise<void> {
  app.clock.set(monday)
  mother = await makePerson(app)
  const programmeId = await makePlaces(app, 1)
  ids = []
  for (let n = 0; n < 2; n++) {
    const made = await waitForPlaces(app, programmeId, { guardian: mother.accountId })
    ids.push(...made.caseIds)
    lineId = made.lineId
  }
  await settlePlaces(app, lineId)
}

let taps = 0
async function tap(action: LineAnswer): Promise<string> {
  const [id = ''] = ids
  const sent = { accountId: mother.accountId, key: `race-key-${taps++}`, endpoint: action, sent: { id } }
  const idempotency = idempotencyOf(app.deps.cipher, sent)
  return answer(app.deps, testResources, mother, idempotency, { id, action }).then(
    (detail) => detail.state,
    (error: unknown) => (error instanceof Problem ? error.code : Promise.reject(error as Error)),
  )
}
const eventsOf = async (action: string): Promise<number> => {
  const { rows } = await app.database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM case_events WHERE case_id = ANY ($1) AND action = $2`,
    [ids, action],
  )
  return rows[0]?.n ?? -1
}
const states = async (): Promise<string[]> => (await standingsOf(app, lineId)).map((e) => e.state)

describe('two answers to one offer in one moment', () => {
  test('accept and accept: one is the acceptance, the other is told that it is over', async () => {
    for (let n = 0; n < rounds; n++) {
      await oneOffer()
      const answers = values(await together(2, () => tap('accept')))
      expect(answers.sort()).toEqual([expect.stringMatching(/action_not_open|offer_over/), 'confirmed'])
      expect(await eventsOf('accept')).toBe(1)
    }
  })

  test('accept and decline: one of them, and the place is given once', async () => {
    for (let n = 0; n < rounds; n++) {
      await oneOffer()
      await together(2, (which) => tap(which === 0 ? 'accept' : 'decline'))
      expect((await eventsOf('accept')) + (await eventsOf('decline'))).toBe(1)
      const [first, second] = await states()
      expect([`${first} ${second}`]).toContainEqual(
        expect.stringMatching(/^(confirmed waiting|cancelled held)$/) as string,
      )
    }
  })

  test('with nothing locked and nothing compared, the same offer is accepted twice', async () => {
    await oneOffer()
    const { pool } = app.database
    let read = 0
    let go = () => {}
    const bothHaveRead = new Promise<void>((resolve) => (go = resolve))
    await together(2, async () => {
      const { rows } = await pool.query<{ state: string }>('SELECT state FROM cases WHERE id = $1', [ids[0]])
      if (++read === 2) go()
      await bothHaveRead
      if (rows[0]?.state !== 'held') return
      await pool.query(`UPDATE cases SET state = 'confirmed' WHERE id = $1`, [ids[0]])
      await pool.query(
        `INSERT INTO case_events (case_id, at, action, from_state, to_state, side, actor_id)
         VALUES ($1, now(), 'accept', 'held', 'confirmed', 'party', $2)`,
        [ids[0], mother.accountId],
      )
    })
    expect(await eventsOf('accept')).toBe(2)
  })
})

describe('an acceptance in the moment in which the time is over', () => {
  test('is in time or too late, and the place is given once', async () => {
    for (let n = 0; n < rounds; n++) {
      await oneOffer()
      app.clock.set('2026-11-23T04:11:59.999Z')
      other.clock.set('2026-11-23T04:12:00Z')
      const [said] = values(
        await together<string | void>(2, (which) =>
          which === n % 2 ? tap('accept') : settleNow(other.deps, placesLine, lineId),
        ),
      ).filter(Boolean)
      expect([said, ...(await states())].join(' ')).toMatch(
        /^(confirmed confirmed waiting|offer_over lapsed held)$/,
      )
      expect(await eventsOf('offer')).toBe(said === 'confirmed' ? 1 : 2)
    }
  })

  test('two settle one expiry at once: it lapses once, and one person is asked', async () => {
    for (let n = 0; n < rounds; n++) {
      await oneOffer()
      other.clock.set('2026-11-23T04:12:00Z')
      await together(4, () => settleNow(other.deps, placesLine, lineId))
      expect([await states(), await eventsOf('lapse'), await eventsOf('offer')]).toEqual([
        ['lapsed', 'held'],
        1,
        2,
      ])
    }
  })
})
