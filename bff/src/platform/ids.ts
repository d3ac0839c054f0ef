import { randomInt, randomUUID } from 'node:crypto'

/** Where identifiers and one-time codes come from; tests may pass their own. */
export interface Ids {
  id(): string
  /** Six digits. */
  code(): string
}

export const randomIds: Ids = {
  id: randomUUID,
  code: () => String(randomInt(0, 1_000_000)).padStart(6, '0'),
}
