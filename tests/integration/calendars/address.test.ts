/** The private address: told once, kept nowhere, and dead at once when it is given up. */
import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CalendarAddress } from '../../../bff/contracts/src/calendar-address'
import { sha256 } from '../../../bff/src/platform/crypto'
import { joinWith, withPhone } from '../../support/accounts'
import { monday, testApp } from '../../support/app'
import { askFeed, type Made, makeCalendarAddress } from '../../support/calendar-address'
import { finishAllLeaving, leave, threeDays } from '../../support/leaving'
import { exportOf } from '../../support/marked-adult'
import { dump } from '../../support/snapshot'
import { book, ok } from '../../support/story'
import { makeDivisions, makePerson, makeRoom, type Person, signIn, wish } from '../../support/world'

const app = await testApp()
const redis = new Redis(app.deps.config.redisUrl)
afterAll(() => redis.disconnect())
let person: Person
let made: Made

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  person = await makePerson(app)
  made = await makeCalendarAddress(app, person)
})

const mine = async (who = person) =>
  (
    await ok(
      app.call<{ address: CalendarAddress | null }>('readCalendarAddress', {
        token: (await signIn(app.deps, who.accountId)).token,
      }),
    )
  ).address
const end = () => ok(app.call('endCalendarAddress', { token: person.token }))
const status = async ({ file }: Made) => (await askFeed(app, file)).status

test('is told once; that there is one is told with the day, and nobody can guess it', async () => {
  expect(made.link).toMatch(/^https?:\/\/.+\/v1\/calendars\/[\w-]{43}\.ics$/)
  expect(await mine()).toEqual({ id: made.id, createdAt: new Date(monday).toISOString() })
  expect(made.file).not.toContain(made.id)
  expect(await mine(await makePerson(app))).toBeNull()
  expect(await status(made)).toBe(200)
})

test('a tap that is repeated is given the same one; one that was replaced meanwhile is not', async () => {
  const key = randomUUID()
  const second = await makeCalendarAddress(app, person, made.id, key)
  expect(await makeCalendarAddress(app, person, made.id, key)).toEqual(second)
  await makeCalendarAddress(app, person, second.id)
  const again = await app.call('makeCalendarAddress', {
    body: { replaces: made.id },
    token: person.token,
    key,
  })
  expect(again.problem.code).toBe('calendar_address_changed')
})

test('a new one takes its place: the old one leads nowhere at once', async () => {
  const second = await makeCalendarAddress(app, person, made.id)
  expect([await status(made), await status(second)]).toEqual([404, 200])
  for (const replaces of [null, made.id]) {
    const stale = await app.call('makeCalendarAddress', { body: { replaces }, token: person.token })
    expect(stale.problem.code).toBe('calendar_address_changed')
  }
  expect(await status(second)).toBe(200)
})

test('given up, it answers as one that never was, byte for byte but for the number of the request', async () => {
  await end()
  await end()
  expect(await mine()).toBeNull()
  const said = async (file: string) => {
    const { status: code, headers, text } = await askFeed(app, file)
    const { requestId: _, ...problem } = JSON.parse(text) as { requestId: string }
    const own = [...headers].filter(([name]) => !['x-request-id', 'date'].includes(name))
    return { code, problem, own }
  }
  const gone = await said(made.file)
  expect(gone).toMatchObject({ code: 404, problem: { code: 'not_found' } })
  for (const other of [`${'A'.repeat(43)}.ics`, 'x', 'x.ics', `${made.file}x`, '%00', '..%2F..%2Fx'])
    expect({ ...(await said(other)), own: gone.own.length }, other).toEqual({ ...gone, own: gone.own.length })
  // Whoever gave it up can have another one, which is another.
  expect((await makeCalendarAddress(app, person)).link).not.toBe(made.link)
})

test('stands nowhere: neither in the database, nor in Redis, nor in the log', async () => {
  const secret = made.file.replace('.ics', '')
  await askFeed(app, made.file)
  await end()
  await askFeed(app, made.file)
  await fetch(`${app.base}/v1/calendars/${made.file}`, { method: 'POST', body: '{' })
  await fetch(`${app.base}/v1/calendars/${made.file}/more`)
  const keys = await redis.keys('*')
  const kept = [...keys, ...(await redis.mget(keys))].join('\n')
  // It was counted there, by its hash.
  expect(kept).toContain(sha256(secret).toString('base64url'))
  for (const form of [secret, Buffer.from(secret).toString('hex')]) {
    expect(await dump(app.database.pool)).not.toContain(form)
    expect(kept).not.toContain(form)
    expect(app.logged()).not.toContain(form)
    expect(await app.deps.metrics.registry.metrics()).not.toContain(form)
  }
  expect(app.logged()).toContain('readCalendarFeed')
})

describe('goes with the account', () => {
  test('while its person is leaving it leads nowhere, and again if they stay', async () => {
    const who = await withPhone(app)
    const own = await makeCalendarAddress(app, who)
    await ok(leave(app, who))
    expect(await status(own)).toBe(404)
    await app.database.pool.query('UPDATE accounts SET leaves_at = NULL WHERE id = $1', [who.accountId])
    expect(await status(own)).toBe(200)
  })

  test('once they have left nothing of it is there', async () => {
    const who = await withPhone(app)
    const own = await makeCalendarAddress(app, who)
    await ok(leave(app, who))
    app.clock.advance(threeDays)
    await finishAllLeaving(app)
    expect(await status(own)).toBe(404)
    const { rowCount } = await app.database.pool.query(
      'SELECT FROM calendar_addresses WHERE account_id = $1',
      [who.accountId],
    )
    expect(rowCount).toBe(0)
  })

  test('joined to another, its own goes and shows nothing of the other; that one’s stays', async () => {
    const [into, other] = [
      await makePerson(app, { name: '李秀英' }),
      await withPhone(app, { name: '李秀英' }),
    ]
    const [kept, gone] = [await makeCalendarAddress(app, into), await makeCalendarAddress(app, other)]
    const { id } = await book(app, other, wish(await makeRoom(app)))
    await ok(joinWith(app, into, other.phone))
    expect(await status(gone)).toBe(404)
    expect((await askFeed(app, kept.file)).text).toContain(`${id}@linli`)
  })
})

test('its person takes along that there is one, and since when', async () => {
  const { document } = await exportOf(app, person)
  expect(document.calendarAddress).toEqual([{ createdAt: new Date(monday).toISOString() }])
})
