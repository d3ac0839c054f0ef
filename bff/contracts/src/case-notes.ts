import * as z from 'zod/mini'
import { caseDetail } from './cases'
import { askedInstant, id } from './common'
import { endpoint } from './endpoint'

export const eraseNote = endpoint({
  method: 'POST',
  path: '/cases/:id/erase-note',
  summary:
    'The words of one event go for good: by their writer, or, of staff, by another of staff; the event stays',
  params: z.object({ id }),
  /** Its place in the timeline, and when it was, as shown: what is erased cannot be brought back. */
  body: z.object({ place: z.int().check(z.minimum(0), z.maximum(100_000)), at: askedInstant }),
  reply: caseDetail,
  problems: [
    'not_found',
    'not_allowed',
    'guardian_not_verified',
    'second_person_needed',
    'case_changed',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})
