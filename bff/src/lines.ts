import { deletedOnLeave, joinStatements, sealedOnLeave } from './account-rows'
import { roomLine } from './modules/bookings/line'
import { passOnPlaces } from './modules/cases/account-store'
import { endInvitations } from './modules/children/account-store'
import { partFromChildren, partingsOf } from './modules/children/leave'
import type { JoinPorts } from './modules/identity/join'
import type { LeavePorts } from './modules/leaving/leave'
import { oneEntryEach } from './modules/line/one-each'
import type { Resources } from './modules/line/service'
import { childPorts } from './modules/programmes/enrolment/enrolments'
import { programmeLine } from './modules/programmes/enrolment/line'

/** What waiting lines give out: each module's own, put together for the web and the job process. */
export const lineResources: Resources = { room: roomLine, programme: programmeLine }

/** What is settled when two accounts become one. */
export const joinPorts: JoinPorts = {
  oneEntryEach: (deps, tx, pair, at) => oneEntryEach(deps, lineResources, tx, pair, at),
  statements: joinStatements,
}

/** What becomes of the children and the rows of whoever leaves. */
export const leavePorts: LeavePorts = {
  partingsOf,
  partFromChildren: (deps, tx, accountId, at) => partFromChildren(deps, childPorts, tx, accountId, at),
  endInvitations,
  passOnPlaces,
  sealed: sealedOnLeave,
  deleted: deletedOnLeave,
}
