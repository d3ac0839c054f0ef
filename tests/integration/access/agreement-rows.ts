import type { OwnFeedback } from '../../../bff/contracts/src/feedback'
import { ok } from '../../support/story'
import { here, makePerson } from '../../support/world'
import * as cell from './cells'
import * as on from './stage'

const said = { community: here, about: 'app', text: '字太小', phone: '13700000001' }

const onFeedback =
  (body?: object): on.Ask =>
  async ({ app }) => {
    const writer = await makePerson(app)
    const { id } = await ok(app.call<OwnFeedback>('writeFeedback', { body: said, token: writer.token }))
    return { params: { id }, ...(body && { body }) }
  }

/** Supervisors read and answer too, and see no number. */
const forDesk = (ask: on.Ask, supervisor: cell.Verdict = 200): cell.Row => {
  const row = cell.staffOnly(ask)
  return { ...row, answers: { ...row.answers, supervisor } }
}

export const agreementRows = {
  listTexts: cell.everybody(on.nothing),
  getText: cell.everybody(on.sends({ params: { kind: 'privacy' } })),
  listAgreements: cell.signedIn(on.nothing),
  agree: cell.signedIn(on.sends({ body: { agreed: { privacy: 1, terms: 1 } } })),
  writeFeedback: cell.signedIn(on.sends({ body: said }), 201),
  listOwnFeedback: cell.signedIn(on.nothing),
  listFeedback: forDesk(on.sends({ query: { division: here } })),
  answerFeedback: forDesk(onFeedback({ text: '谢谢，已经改了。' })),
  readFeedbackPhone: forDesk(onFeedback(), 'contact_not_justified'),
}
