import type { Idempotency } from '../platform/idempotency'
import type { Asker } from './asker'

/** Who is asking, as the access token says; what they may do is read from their grants when it matters. */
export interface Who {
  accountId: string
  sessionId: string
  /** The shared tablet whose session this is: such a one is let in only where the care day is. */
  deviceId?: string
}

/** What a handler may know of the request beyond its parsed parts. */
export interface Call {
  who: Who | undefined
  /** Whom codes and tries are counted for. */
  asker: Asker
  /** Of a write that is `repeatable: 'key'`. */
  idempotency: Idempotency | undefined
  idempotencyKey: string | undefined
}
