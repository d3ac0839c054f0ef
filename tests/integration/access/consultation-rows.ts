/** Consultations in the table: whoever works on one is in none of its columns; `consultations/` tells of them. */
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { ask, fresh, question } from '../../support/consultations'
import { ok } from '../../support/story'
import { here, makePerson } from '../../support/world'
import { ofCase, ownerOnly, type Row, row, signedIn } from './cells'
import { type Ask, sends, type Stage } from './stage'

/** What earlier cells asked is over, and long ago: one person has but a few open, and what was taken back counts for a week. */
export const forgetAsked = ({ database }: Stage['app']) =>
  database.pool.query(
    `UPDATE cases SET state = 'cancelled', closed_at = created_at - interval '9 days', waiting_for = 'nobody', lapses_at = NULL
     WHERE type = 'consultation' AND (closed_at IS NULL OR state = 'cancelled')`,
  )

async function asked({ app, cast }: Stage): Promise<{ id: string; adviser: string }> {
  await forgetAsked(app)
  const adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
  const { id } = await ask(app, await fresh(app, cast.party))
  return { id, adviser: adviser.token }
}

/** A question of the party, asked a moment ago. */
const on =
  (body?: object): Ask =>
  async (stage) => ({ params: { id: (await asked(stage)).id }, ...(body && { body }) })

/** The same, answered by whoever it was given to. */
const onAnswered =
  (body?: object): Ask =>
  async (stage) => {
    await stage.app.database.pool.query(
      `UPDATE grants SET revoked_at = now() WHERE role = 'legal_adviser' AND revoked_at IS NULL`,
    )
    const { id, adviser } = await asked(stage)
    const answer = { as: 'answer', words: '可以申请劳动仲裁。' }
    await ok(stage.app.call('answerConsultation', { params: { id }, body: answer, token: adviser }))
    return { params: { id }, ...(body && { body }) }
  }

/** Staff and supervisors know that there is one, and do nothing with it. */
const ofParty = (ask: Ask): Row =>
  ofCase(ask, { party: 200, staff: 'not_allowed', supervisor: 'not_allowed' })
const ofHandler = (ask: Ask): Row =>
  ofCase(ask, { party: 'not_allowed', staff: 'not_allowed', supervisor: 'not_allowed' })

/** Without a legal office nobody has these pages. */
const ofAdvisers = (ask: Ask): Row =>
  row(ask, {
    anonymous: 'sign_in_required',
    party: 'not_found',
    other: 'not_found',
    staff: 'not_found',
    elsewhere: 'not_found',
    supervisor: 'not_found',
  })

const someId = { id: '7b0e7c5e-0000-4000-8000-000000000000' }

export const consultationRows = {
  requestConsultation: signedIn(async ({ app }) => {
    await forgetAsked(app)
    return { body: question() }
  }, 201),
  readThread: ownerOnly(on()),
  markThreadRead: ownerOnly(on({ upTo: 1 })),
  addToConsultation: ofParty(on({ words: '还有一件事', files: [] })),
  thankAdviser: ofParty(onAnswered({})),
  cancelConsultation: ofParty(on({})),
  answerConsultation: ofHandler(on({ as: 'answer', words: '可以', files: [] })),
  correctLine: ofHandler(on({ n: 1, words: '更正' })),
  closeConsultation: ofHandler(onAnswered({})),
  passOn: ofHandler(on({})),
  takeConsultation: ofAdvisers(on({})),
  listHandled: ofAdvisers(sends({ query: {} })),
  getAdviser: ofAdvisers(sends({})),
  setDuty: ofAdvisers(sends({ body: { duties: [] } })),
  addAway: ofAdvisers(sends({ body: { from: '2027-02-01', to: '2027-02-02' } })),
  removeAway: ofAdvisers(sends({ params: someId })),
  addOpening: ofAdvisers(sends({ body: { words: '您好，' } })),
  removeOpening: ofAdvisers(sends({ params: someId })),
  readWorkLog: ofAdvisers(sends({ query: { month: '2026-11' } })),
} satisfies Partial<Record<EndpointName, Row>>
