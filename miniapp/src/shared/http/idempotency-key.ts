import { forget, recall, store } from '../device/storage'
import { uuid } from '../device/uuid'

interface Intent {
  said: string
  key: string
  at: number
}
const oneDay = 86_400_000

/**
 * The Idempotency-Key for saying `what` to `where`: the same words give the same key until `forgetKey` is called, also
 * after the app was closed in between. Other words are another intent and get their own key.
 */
export function idempotencyKeyFor(where: string, what: unknown): string {
  const said = JSON.stringify(what)
  const kept = recall<Intent>(`intent.${where}`)
  if (kept !== null && kept.said === said && Date.now() - kept.at < oneDay) return kept.key
  const key = uuid()
  store(`intent.${where}`, { said, key, at: Date.now() } satisfies Intent)
  return key
}

/** The answer has come, whichever it was: saying the same again would be a new intent. */
export const forgetKey = (where: string) => forget(`intent.${where}`)
