import type { ZodMiniType } from 'zod/mini'
import type { ProblemCode } from './problems'

export type Method = 'GET' | 'POST' | 'DELETE'
type Schema = ZodMiniType

/**
 * One promise between the app and the service. Everything both sides, the OpenAPI page and the tests need to know
 * about a call is here and nowhere else.
 */
export interface Endpoint {
  method: Method
  /** Koa-style path below `/v1`, e.g. `/bookings/:id/confirm`. */
  path: string
  /** One English line for the API page. */
  summary: string
  params?: Schema
  query?: Schema
  body?: Schema
  /** `file`: no JSON comes but a form (`multipart/form-data`) of one part, the file. */
  takes: 'json' | 'file'
  reply: Schema
  /** `picture`: no JSON is given but a JPEG. `events`: an answer that stays open (server-sent events). `calendar`: iCalendar. */
  gives: 'json' | 'picture' | 'events' | 'calendar'
  status: 200 | 201 | 204
  /** The refusals this endpoint adds to the ones every endpoint may give (see `commonProblems`). */
  problems: readonly ProblemCode[]
  /**
   * How a repeated write keeps one effect (docs/architecture.md › The twelve rules, 6):
   * `key`: needs an Idempotency-Key, the same key returns the first answer;
   * `natural`: doing it twice is the same as once; `none`: reads, and one-time codes.
   */
  repeatable: 'key' | 'natural' | 'none'
  /**
   * Counted by device: the app sends its device's own secret (`Linli-Device`), to which a code is bound, so that nobody
   * else's guesses spend it.
   */
  byDevice: boolean
  /** Open to a session whose person has not agreed to the texts in effect: to agree, to leave, to take one's data along. */
  beforeAgreement: boolean
}

const defaults = {
  status: 200,
  takes: 'json',
  gives: 'json',
  problems: [],
  repeatable: 'none',
  byDevice: false,
  beforeAgreement: false,
} as const satisfies Partial<Endpoint>
type Defaults = typeof defaults
type Given = Omit<Endpoint, keyof Defaults> & Partial<Pick<Endpoint, keyof Defaults>>

/** Declares an endpoint: 200, no refusals of its own and not a keyed write, unless it says otherwise. */
export function endpoint<const E extends Given>(e: E): Omit<Defaults, keyof E> & E {
  return { ...defaults, ...e }
}
