/** Nobody advises both sides, also when both ask in one instant; and neither side is told why. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ConsultationDetail } from '../../../bff/contracts/src/consultation-case'
import { testApp } from '../../support/app'
import { ask, question } from '../../support/consultations'
import { act, ok } from '../../support/story'
import { together, values } from '../../support/together'
import { here, makeDivisions, makePerson } from '../../support/world'

const app = await testApp()
const [village, township] = ['村顾问', '镇顾问']

beforeAll(async () => {
  await makeDivisions(app)
  await makePerson(app, { name: village, grants: [['legal_adviser', here]] })
  await makePerson(app, { name: township, grants: [['legal_adviser', here.slice(0, 9)]] })
})
beforeEach(() =>
  app.database.pool.query(`UPDATE cases SET closed_at = now(), state = 'closed', finished_at = now(),
  waiting_for = 'nobody', lapses_at = NULL WHERE closed_at IS NULL`),
)

/** Names of our own for each pair: letters that are no other pair's. */
const pairOf = (n: number): [string, string] => {
  const own = String.fromCodePoint(0x4e10 + n)
  return [`赵${own}甲`, `钱${own}乙`]
}

test('whoever advises one side is passed over for the other, whichever asks first and however it is written', async () => {
  const asker = await makePerson(app, { name: '孙大明' })
  expect((await ask(app, asker)).facts).toMatchObject({ handler: village })
  const against = await makePerson(app, { name: '李小红' })
  expect((await ask(app, against, { opposite: ' 孙 大明 ' })).facts).toMatchObject({ handler: township })
  const opposed = await makePerson(app, { name: '吴老三' })
  expect((await ask(app, opposed, { opposite: '周老板' })).facts).toMatchObject({ handler: village })
  const other = await makePerson(app, { name: '周老板' })
  const last = await ask(app, other)
  expect(last.facts).toMatchObject({ handler: township })
  // What they read says that somebody works on it, and nothing of why it is this one.
  expect(Object.keys(last.facts).sort()).toEqual(['askUntil', 'handler', 'urgent'])
})

test('an adviser of the desk does not find what is against their own person, cannot take it, and is not told why', async () => {
  const adviser = await makePerson(app, { name: '两边都懂', grants: [['legal_adviser', here.slice(0, 6)]] })
  await app.database.pool.query(
    `UPDATE grants SET revoked_at = now() WHERE display_name = ANY ($1) AND revoked_at IS NULL`,
    [[village, township]],
  )
  const person = await makePerson(app, { name: '郑一鸣' })
  expect((await ask(app, person)).facts).toMatchObject({ handler: '两边都懂' })
  const against = await makePerson(app, { name: '王二妹' })
  const { id, facts } = await ask(app, against, { opposite: '郑一鸣' })
  expect(facts).toMatchObject({ handler: null })
  const list = await ok(app.call('listHandled', { query: { show: 'desk' }, token: adviser.token }))
  expect(list).toMatchObject({ consultations: [], counts: { mine: 1, desk: 0 } })
  const refused = await act(app, 'takeConsultation', adviser, id)
  expect(refused.problem).toMatchObject({
    code: 'adviser_not_free',
    title: '这一件要由另一位来办，请看下一件。',
  })
  await makePerson(app, { name: village, grants: [['legal_adviser', here]] })
  await makePerson(app, { name: township, grants: [['legal_adviser', here.slice(0, 9)]] })
})

/** Both sides of a quarrel ask in one instant. @returns how many of ten pairs were given to one person */
async function bothSidesTogether(from: number): Promise<number> {
  const pairs = await Promise.all(
    Array.from({ length: 10 }, async (_, n) => {
      const [a, b] = pairOf(from + n)
      return { a: await makePerson(app, { name: a }), b: await makePerson(app, { name: b }), against: a }
    }),
  )
  let shared = 0
  for (const { a, b, against } of pairs) {
    const [one, other] = values(
      await together(2, (n) =>
        ok(
          app.call<ConsultationDetail>('requestConsultation', {
            body: question(n === 0 ? {} : { opposite: against }),
            token: (n === 0 ? a : b).token,
          }),
        ),
      ),
    )
    if (one?.facts.handler === other?.facts.handler) shared++
  }
  return shared
}

describe('both sides that ask in one instant', () => {
  test('never have one adviser', async () => {
    expect(await bothSidesTogether(0)).toBe(0)
  })

  describe('where nobody holds the advisers of a desk', () => {
    beforeEach(async () => {
      await app.database.pool.query(`
        DELETE FROM advisers;
        CREATE FUNCTION hold_nobody() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
        CREATE TRIGGER hold_nobody BEFORE INSERT ON advisers FOR EACH ROW EXECUTE FUNCTION hold_nobody()`)
    })

    test('do', async () => {
      expect(await bothSidesTogether(20)).toBeGreaterThan(0)
    })
  })
})
