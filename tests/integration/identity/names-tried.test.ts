/** Who calls themselves now this and now that, to see whom their adviser is kept from, comes not far. */
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { makeDivisions, makePerson } from '../../support/world'

const app = await testApp({ LINLI_RATE_SCALE: '1' })

beforeAll(() => makeDivisions(app))

test('ten names a day, and as many other changes as ever', async () => {
  let who = await makePerson(app, { name: '李秀英' })
  const change = async (body: object) => app.call('updateMe', { body, token: who.token })
  const letters = [...'甲乙丙丁戊己庚辛壬癸']
  for (const letter of letters)
    for (let again = 0; again < 2; again++) expect((await change({ name: `李${letter}` })).status).toBe(200)
  const refused = await change({ name: '李子' })
  expect(refused.problem).toMatchObject({ code: 'names_today' })
  expect((await change({ elderMode: true })).status).toBe(200)
  expect((await app.call('getMe', { token: who.token })).body).toMatchObject({ name: '李癸' })
  app.clock.advance(24 * 60 + 1)
  who = await fresh(app, who)
  expect((await change({ elderMode: false })).status).toBe(200)
})
