import * as signups from './signups'
import * as changes from './task-changes'
import * as figures from './task-figures'
import * as proposals from './task-proposals'
import * as tasks from './tasks'

/** What can be asked about tasks and signups: a part of the catalogue. */
export const signupCatalogue = {
  listTasks: tasks.listTasks,
  getTask: tasks.getTask,
  createTask: tasks.createTask,
  listDeskTasks: tasks.listDeskTasks,
  getTaskFigures: figures.getTaskFigures,
  lookAtMove: changes.lookAtMove,
  changeTask: changes.changeTask,
  listTeamTasks: tasks.listTeamTasks,
  listProposable: proposals.listProposable,
  proposeTask: proposals.proposeTask,
  declineProposal: proposals.declineProposal,
  setProposals: proposals.setProposals,
  signUpForTask: signups.signUpForTask,
  withdrawSignup: signups.withdrawSignup,
  cancelSignup: signups.cancelSignup,
  callOffTask: signups.callOffTask,
  readTaskPlace: signups.readTaskPlace,
  readSignupCalendar: signups.readSignupCalendar,
  readRoll: signups.readRoll,
  giveTaskCodeKey: signups.giveTaskCodeKey,
  giveSignupCodeKey: signups.giveSignupCodeKey,
  enterCode: signups.enterCode,
  markAttendance: signups.markAttendance,
  creditHours: signups.creditHours,
  missSignup: signups.missSignup,
  disputeHours: signups.disputeHours,
} as const
