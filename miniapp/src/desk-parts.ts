/** What services add to a case as staff read it (docs/decisions/faces.md); a service that says all in its face is not here. */
import { bookingDesk } from './features/bookings/desk/parts'
import { consultationDesk } from './features/consultations/desk/parts'
import { needDesk } from './features/needs/desk/parts'
import { enrolmentDesk } from './features/programmes/desk/parts'
import { volunteerDesk } from './features/volunteers/desk/parts'
import { signupDesk } from './features/signups/desk/parts'

export const deskParts = [bookingDesk, consultationDesk, enrolmentDesk, needDesk, volunteerDesk, signupDesk]
