import { deletedOnLeave, joinStatements, sealedOnLeave } from './account-rows'
import { roomLine } from './modules/bookings/line'
import { passOnPlaces } from './modules/cases/account-store'
import { endInvitations } from './modules/children/account-store'
import { partFromChildren, partingsOf } from './modules/children/leave'
import type { JoinPorts } from './modules/identity/join'
import type { LeavePorts } from './modules/leaving/leave'
import { oneEntryEach } from './modules/line/one-each'
import type { Resources } from './modules/line/service'
import { taskLine } from './modules/signups/line'
import { leaveTasksAsChild, oneTaskAtATime } from './modules/signups/service'
import type { ChildPorts } from './modules/children/service'
import { leaveEverything } from './modules/programmes/enrolment/enrolments'
import { programmeLine } from './modules/programmes/enrolment/line'
import { shareTeams } from './modules/teams/service'
import { leaveAsChild, oneRegistrationEach } from './modules/volunteers/service'

/** What waiting lines give out: each module's own, put together for the web and the job process. */
export const lineResources: Resources = { room: roomLine, programme: programmeLine, task: taskLine }

/** What a child's own module needs of the services without knowing them. */
export const childPorts: ChildPorts = {
  async leaveEverything(deps, tx, who, childId, at) {
    await leaveEverything(deps, tx, who, childId, at)
    await leaveTasksAsChild(deps, tx, childId, at)
    await leaveAsChild(deps, tx, childId, at)
  },
}

/** What is settled when two accounts become one. */
export const joinPorts: JoinPorts = {
  async oneEntryEach(deps, tx, pair, at) {
    await oneTaskAtATime(deps, tx, pair, at)
    await oneEntryEach(deps, lineResources, tx, pair, at)
    await shareTeams(tx, pair)
    await oneRegistrationEach(deps, tx, pair, at)
  },
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
