import type { IncomingMessage } from 'node:http'
import type { Idempotency } from '../platform/idempotency'
import type { Asker } from './asker'

/**
 * Who may call: `public` needs no session (and knows one when it is sent); `sign_in` makes one, and is counted by
 * address; `tablet` speaks by a paired tablet's proof in its body, and is counted by it; `renewal` speaks by the token in
 * its body; `signed_in` needs a session of a person's own; `on_duty` takes that of a shared tablet too, which everywhere
 * else is nobody. Signing in and renewing look at no bearer: that it has expired is why they are called. What a caller may do with a row is decided by the policy on the loaded row.
 */
export type Access = 'public' | 'sign_in' | 'tablet' | 'renewal' | 'signed_in' | 'on_duty'

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
  /** Of an endpoint that takes a file: nothing of its body has been read. */
  incoming: IncomingMessage
}
