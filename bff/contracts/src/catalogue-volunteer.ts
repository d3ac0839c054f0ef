import * as desk from './volunteer-desk'
import * as rosters from './roster-imports'
import * as teams from './teams'
import * as volunteers from './volunteers'

/** What can be asked about 志愿者登记: a part of the catalogue. */
export const volunteerCatalogue = {
  registerVolunteer: volunteers.registerVolunteer,
  listVolunteers: desk.listVolunteers,
  readVolunteerName: volunteers.readVolunteerName,
  verifyVolunteer: volunteers.verifyVolunteer,
  refuseVolunteer: volunteers.refuseVolunteer,
  endVolunteer: volunteers.endVolunteer,
  cancelVolunteer: volunteers.cancelVolunteer,
  leaveVolunteers: volunteers.leaveVolunteers,
  changeAvailability: volunteers.changeAvailability,
  addPaper: volunteers.addPaper,
  revokePaper: volunteers.revokePaper,
  readRosterFile: rosters.readRosterFile,
  importRoster: rosters.importRoster,
  giveRosterTemplate: rosters.giveRosterTemplate,
  listTeams: teams.listTeams,
  getTeam: teams.getTeam,
  listDeskTeams: teams.listDeskTeams,
  createTeam: teams.createTeam,
  changeTeam: teams.changeTeam,
  closeTeam: teams.closeTeam,
  readTeamMembers: teams.readTeamMembers,
  askToJoinTeam: teams.askToJoinTeam,
  decideTeamMember: teams.decideTeamMember,
  leaveTeam: teams.leaveTeam,
  nameTeamLeader: teams.nameTeamLeader,
  takeOffTeamMember: teams.takeOffTeamMember,
} as const
