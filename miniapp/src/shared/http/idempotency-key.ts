import { forget, recall, store } from '../device/storage'
import { uuid } from '../device/uuid'

interface Kept {
  said: string
  key: string
  at: number
}
const oneDay = 86_400_000

/**
 * The Idempotency-Key for saying `what` to `where`: the same words give the same key until `forgetKey` is called, also
 * after the app was closed in between. Other words are another write and get a key of their own.
 */
export function idempotencyKeyFor(where: string, what: unknown): string {
  const said = JSON.stringify(what)
  const kept = recall<Kept>(`intent.${where}`)
  if (kept !== null && kept.said === said && Date.now() - kept.at < oneDay) return kept.key
  const key = uuid()
  store(`intent.${where}`, { said, key, at: Date.now() } satisfies Kept)
  return key
}

/** The answer has come, whichever it was: saying the same again would be another write. */
export const forgetKey = (where: string) => forget(`intent.${where}`)
