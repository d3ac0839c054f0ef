/** What a platform does that never answers, that fails in its own words, or that lacks what others have. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type * as Sending from '../../../miniapp/src/shared/http/send-request'
import type * as Network from '../../../miniapp/src/shared/device/network'
import { withTaro } from '../../support/tabs'

let aborted = 0
let answer: () => Promise<unknown>
let sendRequest: typeof Sending.sendRequest
let network: typeof Network

const request = () => Object.assign(answer(), { abort: () => void (aborted += 1) })
const sent = { url: '/v1/home', method: 'GET', header: {} } as const

beforeAll(async () => {
  vi.stubGlobal('API_ORIGIN', '')
  ;({ sendRequest, network } = await withTaro({ request }, async () => ({
    sendRequest: (await import('../../../miniapp/src/shared/http/send-request')).sendRequest,
    network: await import('../../../miniapp/src/shared/device/network'),
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
  const outcome = sendRequest(sent).catch((error: { code: string }) => error.code)
  await vi.advanceTimersByTimeAsync(11_900)
  expect(aborted).toBe(0)
  await vi.advanceTimersByTimeAsync(200)
  expect(await outcome).toBe('timeout')
  expect(aborted).toBe(1)
})

test('an answer that comes leaves no clock behind, whatever its status', async () => {
  answer = () => Promise.resolve({ statusCode: 404, data: {}, header: {} })
  expect(await sendRequest(sent)).toMatchObject({ statusCode: 404 })
  expect(vi.getTimerCount()).toBe(0)
})

test.each([
  [{ errMsg: 'request:fail timeout' }, 'timeout'],
  [{ errMsg: 'request:fail interrupted' }, 'network'],
  [{ error: 13 }, 'timeout'],
  [new Error('x'), 'network'],
])('%o is %s', async (failure, code) => {
  answer = () => Promise.reject(failure as Error)
  expect(await sendRequest(sent).catch((error: { code: string }) => error.code)).toBe(code)
})

test('where the platform does not say whether there is a network, the app starts and takes it that there is', () => {
  expect(() => network.watchNetwork()).not.toThrow()
  expect(network.online.get()).toBe(true)
})
