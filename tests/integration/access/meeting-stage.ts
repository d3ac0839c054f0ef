/** A consultation of the party of the table, given to an adviser of its own, as far as an endpoint needs it to be. */
import { ask, hour, offer, threadOf } from '../../support/consultations'
import { act, ok } from '../../support/story'
import { here, makePerson, type Person, signIn } from '../../support/world'
import { forgetAsked } from './consultation-rows'
import type { Ask, Stage } from './stage'

interface Begun {
  id: string
  party: Person
  adviser: Person
}

async function begun({ app, cast }: Stage): Promise<Begun> {
  await forgetAsked(app)
  const party = await signIn(app.deps, cast.party.accountId)
  await app.database.pool.query(
    `UPDATE grants SET revoked_at = now() WHERE role = 'legal_adviser' AND revoked_at IS NULL`,
  )
  const adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
  const { id } = await ask(app, party, { reach: 'phone' })
  return { id, party, adviser }
}

export const onAsked =
  (body?: object): Ask =>
  async (stage) => ({ params: { id: (await begun(stage)).id }, ...(body && { body }) })

const offered = async (stage: Stage): Promise<Begun & { time: string }> => {
  const now = await begun(stage)
  await ok(offer(stage.app, now.adviser, now.id, { times: [hour(14)] }))
  return { ...now, time: (await threadOf(stage.app, now.party, now.id)).appointments[0]?.id ?? '' }
}

export const onOffered: Ask = async (stage) => ({ params: { id: (await offered(stage)).time }, body: {} })

export const onTaken =
  (body?: object): Ask =>
  async (stage) => {
    const { party, time } = await offered(stage)
    await ok(act(stage.app, 'takeTime', party, time))
    return { params: { id: time }, ...(body && { body }) }
  }

const proposed = async (stage: Stage): Promise<Begun & { referral: string }> => {
  const now = await begun(stage)
  await makePerson(stage.app, { grants: [['mediator', here.slice(0, 6)]] })
  await ok(
    act(stage.app, 'proposeReferral', now.adviser, now.id, {
      body: { kind: 'mediation', parts: ['question'] },
    }),
  )
  return { ...now, referral: (await threadOf(stage.app, now.party, now.id)).referrals[0]?.id ?? '' }
}

export const onProposed: Ask = async (stage) => ({
  params: { id: (await proposed(stage)).referral },
  body: {},
})

export const onSent: Ask = async (stage) => {
  const { party, referral } = await proposed(stage)
  await ok(act(stage.app, 'consentReferral', party, referral))
  return { params: { id: referral }, body: {} }
}

/** Called in vain three times: somebody of the community is to bring word. */
export const onVisit =
  (body?: object): Ask =>
  async (stage) => {
    const { id, adviser } = await begun(stage)
    for (let n = 0; n < 3; n++)
      await ok(act(stage.app, 'recordAttempt', adviser, id, { body: { outcome: 'no_answer' } }))
    const { rows } = await stage.app.database.pool.query<{ id: string }>(
      'SELECT id FROM contact_visits WHERE case_id = $1',
      [id],
    )
    return { params: { id: rows[0]?.id ?? '' }, ...(body && { body }) }
  }
