import * as family from './visit-family'
import * as figures from './visit-figures'
import * as register from './visit-register'
import * as visits from './visits'

/** What can be asked about 探访: a part of the catalogue. */
export const visitCatalogue = {
  listMyElders: visits.listMyElders,
  recordVisits: visits.recordVisits,
  correctVisit: visits.correctVisit,
  listElders: register.listElders,
  addElder: register.addElder,
  getElder: register.getElder,
  changeElder: register.changeElder,
  readElderContact: register.readElderContact,
  setElderState: register.setElderState,
  assignVisitor: register.assignVisitor,
  listVisitors: register.listVisitors,
  coverVisitor: register.coverVisitor,
  getVisitFigures: figures.getVisitFigures,
  askFamily: family.askFamily,
  listOwnFamily: family.listOwnFamily,
  answerFamily: family.answerFamily,
  endFamily: family.endFamily,
} as const
