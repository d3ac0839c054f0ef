import * as adviser from './adviser'
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
} as const
