import type { Purpose } from '@linli/contracts/rooms'
import type { Person } from '../../shared/forms/person'

/** What staff write down of a use that somebody wants at the counter. */
export interface FiledUse extends Person {
  purpose: Purpose | null
  attendees: number | null
  note: string
}
