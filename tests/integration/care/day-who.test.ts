import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import {
  clock,
  makeCareProgramme,
  makeCarer,
  makeCareSession,
  makeDuty,
  makePlaced,
  moveTo,
  type Placed,
} from '../../support/care'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const yesterday = '2026-11-22'
let programme = ''
let carer: Person
let mother: Person
let mine: Placed

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  await moveTo(app, clock('16:40'))
  programme = await makeCareProgramme(app)
  await makeCareSession(app, programme)
  carer = await makeCarer(app, '王老师')
  await makeDuty(app, programme, carer, { leader: true })
  mother = await makePerson(app)
  mine = await makePlaced(app, programme, { guardians: [mother] })
})

const problemOf = async (who: Person): Promise<string | undefined> =>
  (await app.call('getCareDay', { token: who.token })).problem.code

async function readings({ childId }: Placed): Promise<number | undefined> {
  const { rows } = await app.database.pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM access_records WHERE child_id = $1',
    [childId],
  )
  return rows[0]?.n
}

describe('not on duty today', () => {
  test.each<[string, () => Promise<Person>]>([
    ['a carer without a duty', () => makeCarer(app, '没排班的老师')],
    [
      'a carer of another weekday',
      async () => {
        const other = await makeCarer(app, '周二的老师')
        await makeDuty(app, programme, other, { weekdays: [2, 3] })
        return other
      },
    ],
    [
      'a carer whose days are over',
      async () => {
        const other = await makeCarer(app, '上个月的老师')
        await makeDuty(app, programme, other, { endsOn: yesterday })
        return other
      },
    ],
    ['staff of the community', () => makePerson(app, { grants: [['staff', here]] })],
    ['a supervisor', () => makePerson(app, { grants: [['supervisor', '532301101']] })],
    ['a guardian', () => Promise.resolve(mother)],
  ])('%s', async (_, who) => {
    expect(await problemOf(await who())).toBe('not_on_duty')
    expect(await readings(mine)).toBe(0)
  })

  test('a carer who was taken off, whose grant is gone, or whose programme was called off', async () => {
    const { pool } = app.database
    await pool.query('UPDATE care_duties SET ended_at = $1 WHERE account_id = $2', [
      clock('16:39'),
      carer.accountId,
    ])
    expect(await problemOf(carer)).toBe('not_on_duty')
    const second = await makeCarer(app, '第二位老师')
    await makeDuty(app, programme, second)
    expect(await problemOf(second)).toBeUndefined()
    await pool.query('UPDATE grants SET revoked_at = now() WHERE account_id = $1', [second.accountId])
    expect(await problemOf(second)).toBe('not_on_duty')
    const third = await makeCarer(app, '第三位老师')
    await makeDuty(app, programme, third)
    await pool.query(`UPDATE programmes SET state = 'cancelled' WHERE id = $1`, [programme])
    expect(await problemOf(third)).toBe('not_on_duty')
  })

  test('nobody signed in', async () => {
    expect((await app.call('getCareDay')).problem.code).toBe('sign_in_required')
  })
})
