import * as adviser from './adviser'
import * as meetings from './consultation-meetings'
import * as referrals from './consultation-referrals'
import * as consultations from './consultations'
import * as visits from './contact-visits'

/** What can be asked about legal consultation: a part of the catalogue. */
export const consultationCatalogue = {
  requestConsultation: consultations.requestConsultation,
  readThread: consultations.readThread,
  markThreadRead: consultations.markThreadRead,
  addToConsultation: consultations.addToConsultation,
  thankAdviser: consultations.thankAdviser,
  cancelConsultation: consultations.cancelConsultation,
  answerConsultation: consultations.answerConsultation,
  correctLine: consultations.correctLine,
  passOn: adviser.passOn,
  listHandled: adviser.listHandled,
  takeConsultation: adviser.takeConsultation,
  getAdviser: adviser.getAdviser,
  setDuty: adviser.setDuty,
  addAway: adviser.addAway,
  removeAway: adviser.removeAway,
  addOpening: adviser.addOpening,
  removeOpening: adviser.removeOpening,
  readWorkLog: adviser.readWorkLog,
  closeConsultation: consultations.closeConsultation,
  recordAttempt: meetings.recordAttempt,
  offerTimes: meetings.offerTimes,
  takeTime: meetings.takeTime,
  giveTimeBack: meetings.giveTimeBack,
  readCalendar: meetings.readCalendar,
  proposeReferral: referrals.proposeReferral,
  consentReferral: referrals.consentReferral,
  declineReferral: referrals.declineReferral,
  acknowledgeReferral: referrals.acknowledgeReferral,
  returnReferral: referrals.returnReferral,
  readPersonsPhone: meetings.readPersonsPhone,
  listVisits: visits.listVisits,
  readVisit: visits.readVisit,
  finishVisit: visits.finishVisit,
} as const
