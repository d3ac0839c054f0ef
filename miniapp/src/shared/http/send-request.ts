import Taro from '@tarojs/taro'
import { type Answer, answerInError } from './answer-in-error'
import { localProblem } from './problem'

const timeoutMs = 10_000
/** The platform is given a little longer than it was told before we stop believing in it. */
const patienceMs = timeoutMs + 2_000

export interface WireRequest {
  url: string
  method: keyof Taro.request.Method
  header: Record<string, string>
  body?: unknown
}

/**
 * The one place that sends: every status is an answer. A platform that neither answers nor fails (callbacks are lost
 * when a phone falls asleep) is given up by a timer of our own, so that nobody waits for ever.
 * @throws ProblemError timeout, network
 */
export async function sendRequest({ url, method, header, body }: WireRequest): Promise<Answer> {
  const request = { url: API_ORIGIN + url, method, timeout: timeoutMs, header }
  try {
    const task = Taro.request<unknown>(body === undefined ? request : { ...request, data: body })
    return await inTime(task, patienceMs)
  } catch (error) {
    const refusal = answerInError(error)
    if (refusal !== null) return refusal
    throw localProblem(/time.?out|abort/i.test(messageOf(error)) ? 'timeout' : 'network')
  }
}

interface Task<T> extends Promise<T> {
  abort?: () => void
}

function inTime<T>(task: Task<T>, ms: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('timeout'))
      task.abort?.()
    }, ms)
    task.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  if ('errMsg' in error) return String(error.errMsg)
  // Alipay numbers what went wrong: 13 is its time-out.
  if ('error' in error) return error.error === 13 ? 'timeout' : String(error.error)
  return 'message' in error ? `${'name' in error ? String(error.name) : ''} ${String(error.message)}` : ''
}
