/** First answer and receipt are due in working days, also over the long holidays. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { ask, forget, fresh, threadOf } from '../../support/consultations'
import { act, ok, set } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let party: Person
let adviser: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  await forget(app)
  party = await makePerson(app)
  adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
  await makePerson(app, { grants: [['mediator', here.slice(0, 6)]] })
})

/** Of what is asked and handed over at one instant. */
async function due(at: string): Promise<[answer: string | null, receipt: string | null]> {
  app.clock.set(at)
  for (const who of [party, adviser]) Object.assign(who, await fresh(app, who))
  const { id, dueAt } = await ask(app, party)
  await ok(act(app, 'proposeReferral', adviser, id, { body: { kind: 'mediation', parts: ['question'] } }))
  const referral = (await threadOf(app, party, id)).referrals[0]?.id ?? ''
  return [dueAt, (await ok(act(app, 'consentReferral', party, referral))).dueAt]
}

test('over National Day 2026, with its make-up days', async () => {
  // Wednesday 30 September 16:30; off from the 1st to the 7th.
  const friday = '2026-10-09T08:30:00.000Z'
  expect(await due('2026-09-30T08:30:00Z')).toEqual([friday, friday])
})

test('over Spring Festival 2027, as it is announced', async () => {
  await set(app, '5323', 'calendar_days', {
    off: Array.from({ length: 9 }, (_, n) => `2027-02-${String(5 + n).padStart(2, '0')}`),
    on: ['2027-02-14'],
  })
  // Thursday 4 February 15:00; Sunday the 14th makes up for a day off.
  const monday = '2027-02-15T07:00:00.000Z'
  expect(await due('2027-02-04T07:00:00Z')).toEqual([monday, monday])
})
