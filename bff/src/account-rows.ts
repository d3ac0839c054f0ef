/** Every module's rows of an account, put together for the day on which two become one or somebody leaves. */
import * as bookings from './modules/bookings/account-store'
import * as closures from './modules/closures/account-store'
import * as calendars from './modules/calendars/account-store'
import * as care from './modules/care/account-store'
import * as caseKeys from './modules/case-keys/account-store'
import * as cases from './modules/cases/account-store'
import * as consultations from './modules/consultations/account-store'
import * as children from './modules/children/account-store'
import * as feedback from './modules/feedback/account-store'
import * as files from './modules/files/account-store'
import * as identity from './modules/identity/account-store'
import * as line from './modules/line/account-store'
import * as notices from './modules/notices/account-store'
import * as programmes from './modules/programmes/account-store'
import * as ratings from './modules/ratings/account-store'
import * as rooms from './modules/rooms/account-store'
import * as signups from './modules/signups/account-store'
import * as surveys from './modules/surveys/account-store'
import * as volunteers from './modules/volunteers/account-store'
import * as rosterImports from './modules/roster-imports/account-store'
import * as teams from './modules/teams/account-store'
import * as tasks from './modules/tasks/account-store'
import * as serviceRecords from './modules/service-records/account-store'
import * as visits from './modules/visits/account-store'
import type { JoinStatements, LeaveStatements } from './platform/account-rows'
import { onLeave as idempotencyOnLeave } from './platform/idempotency'

const joining = [
  identity,
  bookings,
  calendars,
  care,
  cases,
  children,
  consultations,
  feedback,
  files,
  line,
  notices,
  programmes,
  ratings,
  rooms,
  closures,
  signups,
  surveys,
  tasks,
  volunteers,
  teams,
  rosterImports,
  visits,
  serviceRecords,
]

export const joinStatements: JoinStatements = (values) =>
  Object.fromEntries(joining.flatMap(({ onJoin }) => Object.entries(onJoin(values))))

/** What is sealed: each says how many fields went. In this order. */
export const sealedOnLeave: LeaveStatements = {
  guardian_names: identity.sealedOnLeave.guardian_names,
  login_identities: identity.sealedOnLeave.login_identities,
  rating_slips: ratings.onLeave.rating_slips,
  number_changes: identity.sealedOnLeave.number_changes,
  roster_lines: rosterImports.sealedOnLeave.roster_lines,
}

/** What holds nothing but what was told goes whole; in this order, as one refers to the other. */
export const deletedOnLeave: LeaveStatements = {
  ...notices.onLeave,
  ...identity.onLeave,
  ...care.onLeave,
  ...idempotencyOnLeave,
  ...caseKeys.onLeave,
  ...consultations.ownOnLeave,
  booking_quotas: bookings.quotasOnLeave,
  ...rooms.onLeave,
  ...calendars.onLeave,
  ...children.onLeave,
  ...files.onLeave,
  ...visits.onLeave,
  ...tasks.onLeave,
}
