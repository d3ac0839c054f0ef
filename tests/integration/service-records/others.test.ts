/** Hours of a child, and what whoever has the paper learns. */
import { expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { makeChild, verify } from '../../support/children'
import { fresh } from '../../support/consultations'
import { readPdf } from '../../support/pdf'
import { servedStage } from '../../support/service-records'
import { act, ok } from '../../support/story'
import { taskStage } from '../../support/tasks'
import { register } from '../../support/volunteers'
import { makePerson } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)
const own = servedStage(app, stage)

test('a child’s hours are read, and its record made, by a guardian whom staff have seen, and by nobody else', async () => {
  const guardian = stage.volunteer
  const { id: childId } = await makeChild(app, guardian, {
    birthDate: '2012-05-21',
    grade: 8,
    name: '赵小鱼',
    nickname: '小鱼',
  })
  await verify(app, stage.staff, guardian, childId)
  const registration = await register(app, await fresh(app, guardian), { childId, skills: ['event'] })
  await ok(act(app, 'verifyVolunteer', await fresh(app, stage.staff), registration.id))
  const wish = { kind: 'event' as const, title: '搬书' }
  app.clock.set(new Date('2026-11-24T12:00:00Z'))
  await own.serve({ who: guardian, childId, on: '2026-11-25', wish })
  const people = await own.hours(guardian)
  expect(people.map(({ nickname, halves }) => [nickname, halves])).toEqual([
    [null, 0],
    ['小鱼', 4],
  ])
  const record = await own.issue(guardian, { childId })
  expect((await readPdf(await own.pdf(guardian, record.id))).text).toContain('赵小鱼')
  const other = await makePerson(app, { name: '外人' })
  expect((await own.issuing(other, { childId })).problem.code).toBe('not_found')
  expect((await own.reading(other, record.id)).problem.code).toBe('not_found')
})

test('whoever looks learns yes or no, and no more', async () => {
  await own.serve({ who: stage.volunteer, on: '2026-11-25' })
  const { id, number } = await own.issue(stage.volunteer)
  const code = await own.codeOf(id)
  expect(await own.valid(number.toLowerCase(), code)).toBe(true)
  expect(await own.valid(number, code === '000000' ? '111111' : '000000')).toBe(false)
  expect(await own.valid('ZM-261129-999999', code)).toBe(false)
})

test('a record is in the name that staff saw: nobody renames themselves into another', async () => {
  await own.serve({ who: stage.volunteer, on: '2026-11-25' })
  const { id } = await own.issue(stage.volunteer)
  const rename = async (name: string) =>
    app.call('updateMe', { body: { name }, token: (await fresh(app, stage.volunteer)).token })
  expect((await rename('李小明')).problem.code).toBe('name_verified')
  expect((await rename('赵海涛')).status).toBe(200)
  const { rows } = await app.database.pool.query<{ id: string }>(
    `SELECT case_id AS id FROM volunteers WHERE account_id = $1 AND state = 'verified'`,
    [stage.volunteer.accountId],
  )
  await ok(act(app, 'leaveVolunteers', await fresh(app, stage.volunteer), rows[0]?.id ?? ''))
  expect((await rename('李小明')).status).toBe(200)
  expect((await own.reading(stage.volunteer, id)).problem.code).toBe('record_not_verified')
  expect((await own.issuing(stage.volunteer)).problem.code).toBe('record_not_verified')
})
