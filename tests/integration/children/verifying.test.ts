import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { acceptWith, childOf, invite, linkOf, lookAt, makeChild, ofChild } from '../../support/children'
import { goTo } from '../../support/programmes'
import { ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let mother: Person
let staff: Person
let [id, link] = ['', '']

beforeAll(async () => {
  await makeDivisions(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
})
beforeEach(async () => {
  app.clock.set(monday)
  mother = await makePerson(app, { name: '周敏' })
  id = (await makeChild(app, mother)).id
  link = await linkOf(app, mother, id)
  await lookAt(app, staff, link)
})

const claimed = { guardian: true, circumstances: ['both_parents_work'] }
const check = (body: object = claimed, key = randomUUID()) =>
  ofChild<{ verified: boolean }>(app, 'verifyLink', staff, link, { body, key })

test('a verification sent again with its key has the first answer, and with something else is refused', async () => {
  const key = randomUUID()
  expect(await ok(check(claimed, key))).toEqual({ verified: true })
  app.clock.advance(1)
  expect(await ok(check(claimed, key))).toEqual({ verified: true })
  expect((await check({ ...claimed, circumstances: [] }, key)).problem.code).toBe('idempotency_key_reused')
  expect((await childOf(app, mother, id)).guardians[0]?.verifiedAt).toBe('2026-11-23T02:12:00.000Z')
})

test('nobody is verified without a name, nor by another one than was looked at', async () => {
  await pool.query('UPDATE accounts SET name_enc = NULL WHERE id = $1', [mother.accountId])
  expect((await check()).problem.code).toBe('guardian_unnamed')
  const rename = (name: string) => ok(app.call('updateMe', { body: { name }, token: mother.token }))
  await rename('周敏')
  await lookAt(app, staff, link)
  app.clock.advance(1)
  await rename('王芳')
  expect((await check()).problem.code).toBe('papers_first')
  await lookAt(app, staff, link)
  expect(await ok(check())).toEqual({ verified: true })
  const kept = async () =>
    (
      await pool.query<{ papers: boolean }>(
        'SELECT papers_at IS NOT NULL AS papers FROM guardian_names WHERE guardian_id = $1 ORDER BY 1',
        [link],
      )
    ).rows.map(({ papers }) => papers)
  expect(await kept()).toEqual([false, true])
  await ok(ofChild(app, 'eraseChild', mother, id, { body: {} }))
  expect(await kept()).toEqual([])
})

test('nobody is verified under a name that was not there to be compared, nor by a look at the other guardian', async () => {
  await ok(check())
  const nobody = await makePerson(app, {})
  const father = await makePerson(app, { name: '李强' })
  for (const second of [nobody, father]) {
    await ok(acceptWith(app, second, await invite(app, mother, id)))
    const his = await linkOf(app, second, id)
    const verifyHim = () =>
      ofChild<{ verified: boolean }>(app, 'verifyLink', staff, his, {
        body: { guardian: true, circumstances: [] },
      })
    // The mother's page was opened; his was not.
    await lookAt(app, staff, link)
    expect((await verifyHim()).problem.code).toBe(second === nobody ? 'guardian_unnamed' : 'papers_first')
    const { guardianName } = await ok(
      ofChild<{ guardianName: string | null }>(app, 'readPendingLink', staff, his),
    )
    expect(guardianName).toBe(second === nobody ? null : '李强')
    if (second === nobody) {
      await ok(app.call('updateMe', { body: { name: '王大力' }, token: nobody.token }))
      expect((await verifyHim()).problem.code).toBe('papers_first')
      app.clock.advance(1)
      await lookAt(app, staff, his)
    }
    expect(await ok(verifyHim())).toEqual({ verified: true })
    await pool.query('UPDATE guardians SET ended_at = created_at WHERE id = $1', [his])
  }
})

test('of a link that has ended finds nothing', async () => {
  await pool.query('UPDATE guardians SET ended_at = $2 WHERE id = $1', [link, app.clock.now()])
  expect((await ofChild(app, 'readPendingLink', staff, link)).problem.code).toBe('not_found')
  expect((await check()).problem.code).toBe('not_found')
  const { rows } = await pool.query('SELECT verified_at FROM guardians WHERE id = $1', [link])
  expect(rows).toEqual([{ verified_at: null }])
})

test('what was proven is of its school year: in the next it is asked again, and scores nothing until it is seen', async () => {
  await ok(check())
  const shown = async () => (await childOf(app, mother, id)).circumstances
  const waits = async () =>
    (
      await ok(
        app.call<{ links: { id: string; circumstances: number }[] }>('listPendingLinks', {
          token: staff.token,
          query: { division: here },
        }),
      )
    ).links.find((each) => each.id === link)
  await goTo(app, '2027-08-31T15:00:00Z', mother, staff)
  expect(await shown()).toEqual([{ circumstance: 'both_parents_work', verified: true }])
  expect(await waits()).toBeUndefined()
  await goTo(app, '2027-09-01T01:00:00Z', mother, staff)
  expect((await shown()).filter(({ verified }) => verified)).toEqual([])
  // The family says again what still holds; staff see it as something to look at, and what they saw holds for this year.
  await ok(ofChild(app, 'changeChild', mother, id, { body: { circumstances: ['both_parents_work'] } }))
  expect(await waits()).toMatchObject({ circumstances: 1 })
  await lookAt(app, staff, link)
  await ok(check({ guardian: false, circumstances: ['both_parents_work'] }))
  expect(await shown()).toEqual([{ circumstance: 'both_parents_work', verified: true }])
})
