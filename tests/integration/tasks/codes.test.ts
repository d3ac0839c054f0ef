import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { CodeKey } from '../../../bff/contracts/src/signups'
import type { SignupDetail } from '../../../bff/contracts/src/signup-case'
import { codeIn, slotOf } from '../../../bff/src/platform/door-codes'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { together, values } from '../../support/together'
import { taskStage } from '../../support/tasks'
import { localTime, type Person } from '../../support/world'

// Tries are counted as in production.
const app = await testApp({ LINLI_RATE_SCALE: '1' })
const stage = taskStage(app)
let [task, one] = ['', '']

const codeNow = async (name: 'giveTaskCodeKey' | 'giveSignupCodeKey', who: Person, id: string, at = 0) => {
  const { token } = await fresh(app, who)
  const { body } = await app.call<CodeKey>(name, { params: { id }, token })
  return codeIn(body.key, slotOf(new Date(app.clock.now().getTime() + at)))
}
const enter = async (code: string, who = stage.volunteer, id = one, way = 'in') =>
  app.call<SignupDetail>('enterCode', {
    params: { id },
    body: { code, way },
    token: (await fresh(app, who)).token,
  })
const upload = async (marks: object[], key = randomUUID()) =>
  app.call<{ known: number }>('markAttendance', {
    params: { id: task },
    body: { marks },
    token: (await fresh(app, stage.staff)).token,
    key,
  })
const known = async () => {
  const { rows } = await app.database.pool.query<{ way: string; source: string }>(
    'SELECT way, source FROM attendances WHERE case_id = $1 ORDER BY way',
    [one],
  )
  return rows
}

beforeEach(async () => {
  task = (await stage.task({ places: 5 })).id
  one = (await stage.take(stage.volunteer, task)).id
  app.clock.set(new Date(localTime('2026-11-25', 14)))
})

describe("the organiser's code", () => {
  test('says that somebody came, once', async () => {
    const code = await codeNow('giveTaskCodeKey', stage.staff, task)
    expect((await enter(code)).body.facts.cameAt).toBe(new Date(localTime('2026-11-25', 14)).toISOString())
    expect((await enter(code)).status).toBe(200)
    expect(await known()).toEqual([{ way: 'in', source: 'code' }])
  })

  test('photographed and shown a minute later is none, and neither is one of ten minutes from now', async () => {
    const code = await codeNow('giveTaskCodeKey', stage.staff, task)
    const ahead = await codeNow('giveTaskCodeKey', stage.staff, task, 600_000)
    app.clock.advance(1)
    expect((await enter(code)).problem.code).toBe('code_wrong')
    expect((await enter(ahead)).problem.code).toBe('code_wrong')
    expect(await known()).toEqual([])
  })

  test('of another task, and one that is guessed, are none; after ten tries there is a wait', async () => {
    const other = await stage.task({ startsAt: localTime('2026-11-25', 15) })
    expect((await enter(await codeNow('giveTaskCodeKey', stage.staff, other.id))).problem.code).toBe(
      'code_wrong',
    )
    for (let n = 0; n < 9; n++) await enter(String(10_000_000 + n))
    expect((await enter(await codeNow('giveTaskCodeKey', stage.staff, task))).problem.code).toBe(
      'too_many_requests',
    )
  })

  test('is given from two hours before to two hours after, to the organiser alone', async () => {
    const ask = async (who: Person) =>
      (await app.call('giveTaskCodeKey', { params: { id: task }, token: (await fresh(app, who)).token }))
        .problem.code
    expect(await ask(stage.volunteer)).toBe('not_found')
    expect(await ask(stage.township)).toBe('not_allowed')
    app.clock.set(new Date(localTime('2026-11-25', 11)))
    expect(await ask(stage.staff)).toBe('code_not_open')
    app.clock.set(new Date(localTime('2026-11-25', 19)))
    expect(await ask(stage.staff)).toBe('code_not_open')
  })
})

describe("the volunteer's code, read without a network", () => {
  const at = () => app.clock.now().toISOString()

  test('is brought in later by any number of devices, once', async () => {
    const mark = {
      caseId: one,
      way: 'in',
      at: at(),
      code: await codeNow('giveSignupCodeKey', stage.volunteer, one),
    }
    app.clock.advance(90)
    const answers = values(await together(4, () => upload([mark])))
    expect(answers.map(({ body }) => body.known)).toEqual([1, 1, 1, 1])
    expect(await known()).toEqual([{ way: 'in', source: 'scan' }])
  })

  test('sent again under one key has the first answer', async () => {
    const [key, mark] = [randomUUID(), { caseId: one, way: 'in', at: at() }]
    expect((await upload([mark], key)).body).toEqual((await upload([mark], key)).body)
  })

  test('of somebody else, of another minute and forged are named, and nothing is kept', async () => {
    const code = await codeNow('giveSignupCodeKey', stage.volunteer, one)
    const second = await stage.joining('周海涛', {}, '13900000010')
    app.clock.set(new Date(localTime('2026-11-24', 14)))
    const two = (await stage.take(second, task)).id
    app.clock.set(new Date(localTime('2026-11-25', 14)))
    const { problem } = await upload([
      { caseId: two, way: 'in', at: at(), code },
      { caseId: one, way: 'in', at: new Date(app.clock.now().getTime() - 600_000).toISOString(), code },
      { caseId: one, way: 'in', at: at(), code: '00000000' },
      { caseId: one, way: 'in', at: at(), code },
    ])
    expect(problem.errors?.map(({ path }) => path)).toEqual([
      'body.marks.0.code',
      'body.marks.1.code',
      'body.marks.2.code',
    ])
    expect(await known()).toEqual([])
  })
})
