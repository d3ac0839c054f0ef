/** What a platform does that never answers, that fails in its own words, or that lacks what others have. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type * as Asking from '../../../miniapp/src/shared/ask'
import type * as Network from '../../../miniapp/src/shared/network'
import { withTaro } from '../../support/tabs'

let aborted = 0
let answer: () => Promise<unknown>
let ask: typeof Asking.ask
let network: typeof Network

const request = () => Object.assign(answer(), { abort: () => void (aborted += 1) })
const sent = { url: '/v1/home', method: 'GET', header: {} } as const

beforeAll(async () => {
  vi.stubGlobal('API_ORIGIN', '')
  ;({ ask, network } = await withTaro({ request }, async () => ({
    ask: (await import('../../../miniapp/src/shared/ask')).ask,
    network: await import('../../../miniapp/src/shared/network'),
  })))
  vi.useFakeTimers()
})
beforeEach(() => void (aborted = 0))
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a request whose callback never comes is given up by our own clock, and let go of', async () => {
  answer = () => new Promise(() => undefined)
  const outcome = ask(sent).catch((error: { code: string }) => error.code)
  await vi.advanceTimersByTimeAsync(11_900)
  expect(aborted).toBe(0)
  await vi.advanceTimersByTimeAsync(200)
  expect(await outcome).toBe('timeout')
  expect(aborted).toBe(1)
})

test('an answer that comes leaves no clock behind, whatever its status', async () => {
  answer = () => Promise.resolve({ statusCode: 404, data: {}, header: {} })
  expect(await ask(sent)).toMatchObject({ statusCode: 404 })
  expect(vi.getTimerCount()).toBe(0)
})

test.each([
  [{ errMsg: 'request:fail timeout' }, 'timeout'],
  [{ errMsg: 'request:fail interrupted' }, 'network'],
  [{ error: 13 }, 'timeout'],
  [new Error('x'), 'network'],
])('%o is %s', async (failure, code) => {
  answer = () => Promise.reject(failure as Error)
  expect(await ask(sent).catch((error: { code: string }) => error.code)).toBe(code)
})

test('where the platform does not say whether there is a network, the app starts and takes it that there is', () => {
  expect(() => network.watchNetwork()).not.toThrow()
  expect(network.online.get()).toBe(true)
})
