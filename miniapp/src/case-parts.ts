/** What services add to the page of a case (docs/decisions/faces.md); a service that says all in its face is not here. */
import { bookingCase } from './features/bookings/case/parts'
import { consultationCase } from './features/consultations/case-parts'
import { needCase } from './features/needs/case-parts'
import { enrolmentCase } from './features/programmes/case/parts'
import { volunteerCase } from './features/volunteers/case-parts'
import { followUpCase } from './features/ratings/follow-up/case-parts'
import { signupCase } from './features/signups/case-parts'

export const caseParts = [
  bookingCase,
  enrolmentCase,
  followUpCase,
  consultationCase,
  needCase,
  volunteerCase,
  signupCase,
]
