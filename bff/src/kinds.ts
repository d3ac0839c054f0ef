import { bookingKind } from './modules/bookings/kind'
import type { Kind } from './modules/cases/kind'
import { followUpKind } from './modules/follow-ups/kind'
import { enrolmentKind } from './modules/programmes/kind'
import { volunteerKind } from './modules/volunteers/kind'
import { signupKind } from './modules/signups/kind'
import { needKind } from './modules/needs/kind'
import { consultationKind } from './modules/consultations/kind'

/** Every service, by which the spine knows it. One that is added is added here (docs/adding-a-service.md). */
export const kinds: readonly Kind[] = [
  bookingKind,
  enrolmentKind,
  followUpKind,
  consultationKind,
  needKind,
  volunteerKind,
  signupKind,
]
