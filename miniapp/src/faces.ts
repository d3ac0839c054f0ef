/** Every service that the app shows cases of, by its face (docs/decisions/faces.md). */
import { bookingFace } from './features/bookings/face'
import { enrolmentFace } from './features/programmes/face'
import { followUpFace } from './features/ratings/follow-up/face'
import { signupFace } from './features/signups/face'
import { volunteerFace } from './features/volunteers/face'
import { needFace } from './features/needs/face'
import { consultationFace } from './features/consultations/face'

export const faces = [
  bookingFace,
  enrolmentFace,
  followUpFace,
  consultationFace,
  needFace,
  volunteerFace,
  signupFace,
]
