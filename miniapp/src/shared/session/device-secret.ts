import { recall, store } from '../device/storage'
import { uuid } from '../device/uuid'

/**
 * This device's own secret. A code is bound to it, so that nobody else's wrong guesses spend it, and a number knows it
 * again after a sign-in. It is sent with requests about codes and with no other, and outlives signing out.
 */
export function deviceSecret(): string {
  const known = recall<string>('device')
  if (known !== null) return known
  const fresh = uuid()
  store('device', fresh)
  return fresh
}
