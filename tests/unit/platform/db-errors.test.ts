import { describe, expect, test } from 'vitest'
import { isRetryable, isUnavailable, sqlState } from '../../../bff/src/platform/db-errors'

const failed = (fields: object, message = 'x'): Error => Object.assign(new Error(message), fields)

/** The shapes in which one SQLSTATE reaches us: from pg itself, and from each layer of Prisma around it. */
const shapes: [string, (state: string) => unknown][] = [
  ['pg', (code) => failed({ code })],
  ['pg, wrapped', (code) => failed({ cause: failed({ code }) })],
  ['the adapter', (originalCode) => failed({ cause: { originalCode, kind: 'postgres' } })],
  ['a raw query, P2010', (code) => failed({ code: 'P2010', meta: { code, message: 'm' } })],
  [
    'a raw query, P2010 over the adapter',
    (originalCode) =>
      failed({ code: 'P2010', meta: { driverAdapterError: failed({ cause: { originalCode } }) } }),
  ],
  [
    'a model call, P2034',
    (originalCode) =>
      failed({ code: 'P2034', meta: { driverAdapterError: failed({ cause: { originalCode } }) } }),
  ],
]

describe.each(shapes)('as thrown by %s', (_, thrown) => {
  test.each(['23505', '23P01', '40001', '40P01', '55P03', '57P01'])('%s is found', (state) => {
    expect(sqlState(thrown(state))).toBe(state)
  })

  test('deadlocks and serialization failures alone may run again', () => {
    expect(['40001', '40P01'].map((state) => isRetryable(thrown(state)))).toEqual([true, true])
    expect(['23505', '23P01', '55P03', '57014', '08006'].map((s) => isRetryable(thrown(s)))).not.toContain(
      true,
    )
  })

  test('away, starting, full, or waiting too long is another matter than wrong', () => {
    const away = ['08006', '08001', '53300', '57P01', '57P02', '57P03', '55P03', '57014', '40001', '40P01']
    expect(away.filter((state) => !isUnavailable(thrown(state)))).toEqual([])
    const wrong = ['23505', '23503', '23514', '42P01', '22P02']
    expect(wrong.filter((state) => isUnavailable(thrown(state)))).toEqual([])
  })
})

test.each([
  undefined,
  null,
  'ECONNREFUSED',
  7,
  {},
  new Error('x'),
  failed({ code: 'P2025' }),
  failed({ code: 5 }),
])('%s carries no state', (error) => {
  expect(sqlState(error)).toBeUndefined()
  expect(isRetryable(error)).toBe(false)
  expect(isUnavailable(error)).toBe(false)
})

test.each([
  failed({ code: 'ECONNREFUSED' }, ''),
  failed({ code: 'ECONNRESET' }, 'read ECONNRESET'),
  new Error('Connection terminated unexpectedly'),
  new Error('timeout exceeded when trying to connect'),
  new Error("Can't reach database server at 127.0.0.1:5432"),
  failed({ code: 'P2028' }, 'Unable to start a transaction in the given time.'),
  failed({ code: 'P2024', cause: failed({ code: 'ETIMEDOUT' }) }, 'a wrapped one'),
])('%s: no connection is unavailable', (error) => {
  expect(isUnavailable(error)).toBe(true)
  expect(isRetryable(error)).toBe(false)
})

test('causes that go in a circle end', () => {
  const circle: { cause?: unknown } = new Error('x')
  circle.cause = circle
  expect(sqlState(circle)).toBeUndefined()
  expect(isUnavailable(circle)).toBe(false)
})
