import * as agreements from './agreements'
import * as feedback from './feedback'

/** The part of the catalogue that is about the service itself: what it says of itself, and what people say of it. */
export const aboutCatalogue = {
  listTexts: agreements.listTexts,
  getText: agreements.getText,
  listAgreements: agreements.listAgreements,
  agree: agreements.agree,
  writeFeedback: feedback.writeFeedback,
  listOwnFeedback: feedback.listOwnFeedback,
  listFeedback: feedback.listFeedback,
  answerFeedback: feedback.answerFeedback,
  readFeedbackPhone: feedback.readFeedbackPhone,
} as const
