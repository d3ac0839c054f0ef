import * as consultations from './consultations'

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
  passOn: consultations.passOn,
  listHandled: consultations.listHandled,
  takeConsultation: consultations.takeConsultation,
  getAdviser: consultations.getAdviser,
  setDuty: consultations.setDuty,
  addAway: consultations.addAway,
  removeAway: consultations.removeAway,
  addOpening: consultations.addOpening,
  removeOpening: consultations.removeOpening,
  readWorkLog: consultations.readWorkLog,
  closeConsultation: consultations.closeConsultation,
} as const
