import { randomUUID } from 'node:crypto'
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import { type Answer, call, type Sent } from './api'

/**
 * What a good client does: one key for one tap, sent again until it is answered. Lost connections, time-outs and
 * 503 are no answers.
 */
export async function callUntilAnswered<T>(base: string, name: EndpointName, sent: Sent): Promise<Answer<T>> {
  const key = sent.key ?? randomUUID()
  for (;;) {
    const answer = await call<T>(base, name, { ...sent, key }).catch(() => undefined)
    if (answer && answer.status !== 503) return answer
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 30))
  }
}
