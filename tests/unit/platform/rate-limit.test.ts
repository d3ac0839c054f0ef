import { expect, test } from 'vitest'
import { createRateLimiter, networkOf } from '../../../bff/src/platform/rate-limit'
import type { RedisPort } from '../../../bff/src/platform/redis'
import { testClock } from '../../support/app'

/** What the port says while Redis is away. */
const away: RedisPort = {
  run: () => Promise.resolve(undefined),
  ready: () => false,
  close: () => Promise.resolve(),
}
const limit = { name: 'codes', max: 3, windowSeconds: 60 }

test('without Redis a process counts for itself, and says how long to wait', async () => {
  const clock = testClock('2026-11-23T02:12:00Z')
  const rates = createRateLimiter(away, clock)
  const take = (who = 'me', of = limit) => rates.take(of, who)
  expect([await take(), await take(), await take()]).toEqual([0, 0, 0])
  expect(await take()).toBe(60)
  clock.set('2026-11-23T02:12:59.999Z')
  expect(await take()).toBe(1)
  expect(await take('somebody else')).toBe(0)
  expect(await take('me', { ...limit, name: 'writes' })).toBe(0)
  clock.set('2026-11-23T02:13:00Z')
  expect([await take(), await take(), await take(), await take()]).toEqual([0, 0, 0, 60])
})

test('every limit is scaled, and one use is always allowed; a refusal says what and for how long', async () => {
  const at = testClock('2026-11-23T02:12:00Z')
  const [twice, hardly] = [createRateLimiter(away, at, 2), createRateLimiter(away, at, 0.01)]
  const five = { ...limit, max: 5 }
  for (let n = 0; n < 10; n++) await twice.within([[five, 'me']])
  await expect(twice.within([[five, 'me']], 'tables_enough')).rejects.toMatchObject({
    code: 'tables_enough',
    facts: { retryAfter: 60 },
  })
  await hardly.within([[five, 'me']])
  await expect(hardly.within([[five, 'me']])).rejects.toMatchObject({ code: 'too_many_requests' })
})

test('several are counted in order, up to the first that is over', async () => {
  const rates = createRateLimiter(away, testClock('2026-11-23T02:12:00Z'))
  const all = () =>
    rates.takeAll([
      [{ ...limit, max: 5 }, 'me'],
      [{ ...limit, name: 'network', max: 1 }, 'ours'],
      [{ ...limit, name: 'all', max: 5 }, 'all'],
    ])
  expect(await all()).toEqual([0, 0, 0])
  expect(await all()).toEqual([0, 60])
  // What comes behind was not counted: one of five is used.
  const rest = async () => (await rates.takeAll([[{ ...limit, name: 'all', max: 2 }, 'all']]))[0]
  expect([await rest(), await rest()]).toEqual([0, 60])
})

test.each([
  ['10.0.0.7', '10.0.0.7'],
  ['::ffff:10.0.0.7', '10.0.0.7'],
  ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2'],
  ['2001:db8:1:2::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['10.0.0.7:5678', '10.0.0.7'],
  ['[2001:db8:1:2::1]:443', '2001:db8:1:2'],
  ['unix', 'unix'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
