/** What is told that everything is busy just now is asked again, as the app does and as the worker does with a job. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import { isUnavailable } from '../../bff/src/platform/db-errors'
import { type Answer, call, type Sent } from './api'

const pause = (): Promise<unknown> => wait(20 + Math.random() * 30)

/**
 * What a good client does: one key for one tap, sent again until it is answered. Lost connections, time-outs and
 * 503 are no answers.
 */
export async function callUntilAnswered<T>(base: string, name: EndpointName, sent: Sent): Promise<Answer<T>> {
  const key = sent.key ?? randomUUID()
  for (;;) {
    const answer = await call<T>(base, name, { ...sent, key }).catch(() => undefined)
    if (answer && answer.status !== 503) return answer
    await pause()
  }
}

/**
 * One tap, which is to have its key, again while the service is too busy to answer: on a machine with more to do than
 * this test, many at once wait longer for a lock or a connection than the service lets them.
 */
export async function untilAnswered<T extends { status: number }>(tap: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await tap()
    if (answer.status !== 503) return answer
    await pause()
  }
}

/** One job, again while the database is too busy for it. @throws whatever else it throws */
export async function untilDone(job: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await job()
    } catch (error) {
      if (!isUnavailable(error)) throw error
    }
    await pause()
  }
}
