import { bookingCatalogue } from './catalogue-bookings'
import * as accounts from './accounts'
import * as bookingDesk from './booking-desk'
import { aboutCatalogue } from './catalogue-about'
import { careCatalogue } from './catalogue-care'
import { roomSearchCatalogue } from './catalogue-room-search'
import { volunteerCatalogue } from './catalogue-volunteer'
import { signupCatalogue } from './catalogue-signup'
import { roomCatalogue } from './catalogue-rooms'
import { roomUseCatalogue } from './catalogue-room-use'
import { needCatalogue } from './catalogue-need'
import { consultationCatalogue } from './catalogue-consultation'
import { visitCatalogue } from './catalogue-visits'
import { serviceRecordCatalogue } from './catalogue-service-records'
import * as caseNotes from './case-notes'
import * as cases from './cases'
import * as childAccess from './child-access'
import * as children from './children'
import * as confirmation from './confirmation'
import * as desk from './desk'
import * as divisions from './divisions'
import * as enrolments from './enrolments'
import * as figures from './figures'
import * as files from './files'
import * as followUps from './follow-ups'
import * as guardianDesk from './guardian-desk'
import * as guardians from './guardians'
import * as home from './home'
import * as identity from './identity'
import * as leaving from './leaving'
import * as line from './line'
import * as notices from './notices'
import * as programmes from './programmes'
import * as ratingSlips from './rating-slips'
import * as ratingTexts from './rating-texts'
import * as ratings from './ratings'
import * as surveyPaper from './survey-paper'
import * as surveys from './surveys'

/** Every endpoint by name: the API page, the route check and the tests walk this table. The app never imports it. */
export const catalogue = {
  getDivision: divisions.getDivision,
  listDivisions: divisions.listDivisions,
  requestPhoneCode: identity.requestPhoneCode,
  signInByPhone: identity.signInByPhone,
  signInByWechat: identity.signInByWechat,
  listDemoPeople: identity.listDemoPeople,
  signInAsDemo: identity.signInAsDemo,
  refreshSession: identity.refreshSession,
  listSessions: identity.listSessions,
  endSession: identity.endSession,
  endAllSessions: identity.endAllSessions,
  requestConfirmation: confirmation.requestConfirmation,
  confirmSession: confirmation.confirmSession,
  getMe: identity.getMe,
  updateMe: identity.updateMe,
  bindPhone: identity.bindPhone,
  joinByPhone: accounts.joinByPhone,
  joinByWechat: accounts.joinByWechat,
  changePhone: accounts.changePhone,
  listNumberChanges: accounts.listNumberChanges,
  proposeNumber: accounts.proposeNumber,
  listProposedNumbers: accounts.listProposedNumbers,
  decideNumber: accounts.decideNumber,
  ...aboutCatalogue,
  uploadFile: files.uploadFile,
  listFiles: files.listFiles,
  removeFile: files.removeFile,
  giveFileLink: files.giveFileLink,
  readFileLink: files.readFileLink,
  listAccessRecords: identity.listAccessRecords,
  getLeaving: leaving.getLeaving,
  leave: leaving.leave,
  exportMe: leaving.exportMe,
  getHome: home.getHome,
  ...roomSearchCatalogue,
  ...roomCatalogue,
  ...bookingCatalogue,
  ...roomUseCatalogue,
  listDeskBookings: bookingDesk.listDeskBookings,
  readBookingHistory: bookingDesk.readBookingHistory,
  confirmBookings: bookingDesk.confirmBookings,
  listMyCases: cases.listMyCases,
  getCase: cases.getCase,
  eraseNote: caseNotes.eraseNote,
  readContact: cases.readContact,
  deskList: cases.deskList,
  searchDesk: desk.searchDesk,
  listNotices: notices.listNotices,
  readNotice: notices.readNotice,
  readNotices: notices.readNotices,
  getLinePlace: line.getLinePlace,
  getLineHistory: line.getLineHistory,
  acceptOffer: line.acceptOffer,
  declineOffer: line.declineOffer,
  leaveLine: line.leaveLine,
  proposeMove: line.proposeMove,
  decideMove: line.decideMove,
  listProposedMoves: line.listProposedMoves,
  deskLine: line.deskLine,
  listChildren: children.listChildren,
  addChild: children.addChild,
  getChild: children.getChild,
  changeChild: children.changeChild,
  decideConsent: children.decideConsent,
  inviteGuardian: guardians.inviteGuardian,
  acceptInvitation: guardians.acceptInvitation,
  endGuardianship: guardians.endGuardianship,
  addPickupPerson: guardians.addPickupPerson,
  removePickupPerson: guardians.removePickupPerson,
  barPerson: guardians.barPerson,
  unbarPerson: guardians.unbarPerson,
  makePickupCode: guardians.makePickupCode,
  listChildAccess: childAccess.listChildAccess,
  exportChild: children.exportChild,
  eraseChild: children.eraseChild,
  takeBackFreeze: children.takeBackFreeze,
  listPendingLinks: guardianDesk.listPendingLinks,
  readPendingLink: guardianDesk.readPendingLink,
  verifyLink: guardianDesk.verifyLink,
  refuseLink: guardianDesk.refuseLink,
  proposeEnding: guardianDesk.proposeEnding,
  decideEnding: guardianDesk.decideEnding,
  stopFreeze: guardianDesk.stopFreeze,
  listProgrammes: programmes.listProgrammes,
  getProgramme: programmes.getProgramme,
  createProgramme: programmes.createProgramme,
  changeProgramme: programmes.changeProgramme,
  copyProgramme: programmes.copyProgramme,
  publishProgramme: programmes.publishProgramme,
  closeProgramme: programmes.closeProgramme,
  drawProgramme: programmes.drawProgramme,
  cancelProgramme: programmes.cancelProgramme,
  checkEligibility: enrolments.checkEligibility,
  signUp: enrolments.signUp,
  cancelEnrolment: enrolments.cancelEnrolment,
  getDraw: enrolments.getDraw,
  getRoster: enrolments.getRoster,
  moveClass: enrolments.moveClass,
  exportRoster: enrolments.exportRoster,
  ...careCatalogue,
  ...consultationCatalogue,
  ...needCatalogue,
  ...volunteerCatalogue,
  ...signupCatalogue,
  ...visitCatalogue,
  ...serviceRecordCatalogue,
  getRatingPage: ratings.getRatingPage,
  rateCase: ratings.rateCase,
  supplementRating: ratings.supplementRating,
  eraseRatingText: ratings.eraseRatingText,
  printSlip: ratingSlips.printSlip,
  getSlip: ratingSlips.getSlip,
  sendSlipCode: ratingSlips.sendSlipCode,
  enterSlip: ratingSlips.enterSlip,
  rateBySlip: ratingSlips.rateBySlip,
  verdictBySlip: ratingSlips.verdictBySlip,
  listRatingTexts: ratingTexts.listRatingTexts,
  listTextsToAnswer: ratingTexts.listTextsToAnswer,
  replyToText: ratingTexts.replyToText,
  listDoubtfulTexts: ratingTexts.listDoubtfulTexts,
  judgeText: ratingTexts.judgeText,
  listFollowUps: followUps.listFollowUps,
  getFollowUp: followUps.getFollowUp,
  readRaterContact: followUps.readRaterContact,
  attemptContact: followUps.attemptContact,
  contactRater: followUps.contactRater,
  extendFollowUp: followUps.extendFollowUp,
  rectify: followUps.rectify,
  returnToUnit: followUps.returnToUnit,
  tellRater: followUps.tellRater,
  appeal: followUps.appeal,
  review: followUps.review,
  giveVerdict: followUps.giveVerdict,
  disclose: followUps.disclose,
  getFigures: figures.getFigures,
  listFiguresBelow: figures.listFiguresBelow,
  listSurveys: surveys.listSurveys,
  getSurvey: surveys.getSurvey,
  createSurvey: surveys.createSurvey,
  changeSurvey: surveys.changeSurvey,
  publishSurvey: surveys.publishSurvey,
  closeSurvey: surveys.closeSurvey,
  deleteSurvey: surveys.deleteSurvey,
  printSurveyForms: surveyPaper.printSurveyForms,
  listSurveyForms: surveyPaper.listSurveyForms,
  answerSurvey: surveys.answerSurvey,
  enterPaperAnswer: surveyPaper.enterPaperAnswer,
  getSurveyResults: surveys.getSurveyResults,
  getSurveyCoverage: surveys.getSurveyCoverage,
} as const

export type EndpointName = keyof typeof catalogue
