/** A roster becomes invitations, and nobody a volunteer (docs/volunteers.md › Import). */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { forgetRosters } from '../../../bff/src/modules/roster-imports/service'
import { withPhone } from '../../support/accounts'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { finishAllLeaving, leave, threeDays } from '../../support/leaving'
import { ok } from '../../support/story'
import { makeTeam, withTeam } from '../../support/teams'
import { error, handIn, rosterHead, type Written, xlsxOf } from '../../support/rosters'
import { register, volunteerStage } from '../../support/volunteers'
import { here, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
const stage = volunteerStage(app)
beforeEach(() =>
  app.database.pool.query(
    `DELETE FROM roster_lines; DELETE FROM roster_imports; UPDATE teams SET state = 'closed'`,
  ),
)

const sheet = (...rows: Written[][]) => xlsxOf([[...rosterHead], ...rows])
const given = async (who: Person, file: Buffer, key?: string) =>
  handIn(app, await fresh(app, who), here, file, key)
const take = async (who: Person, id: string) =>
  withTeam<{ imported: boolean; good: number }>(app, 'importRoster', who, id, {})

describe('a report', () => {
  test('says by line what cannot be read, who is known, and nothing of anybody', async () => {
    await register(app, await fresh(app, stage.party))
    const file = sheet(['李福', '13900000071'], ['赵海涛', '13900000001'], ['普桂兰', '13900000072', error])
    const { status, body } = await given(stage.staff, file)
    expect(status).toBe(201)
    expect(body).toMatchObject({ lines: 3, good: 2, imported: false })
    expect(body.reports).toEqual([
      { line: 3, code: 'known_volunteer' },
      { line: 4, code: 'skill_error' },
    ])
    expect(JSON.stringify(body)).not.toMatch(/1390000|李福|普桂兰/)
    const { rows } = await app.database.pool.query('SELECT * FROM roster_lines')
    expect(JSON.stringify(rows)).not.toMatch(/1390000|李福|普桂兰/)
    expect(app.logged()).not.toMatch(/13900000071|李福/)
  })

  test('is the same for the same tap, and says why a whole file is not read', async () => {
    const key = randomUUID()
    const first = await given(stage.staff, sheet(['李福', '13900000071']), key)
    const again = await given(stage.staff, sheet(['李福', '13900000071']), key)
    expect(again.body).toEqual(first.body)
    const other = await given(stage.staff, sheet(['普桂兰', '13900000072']), key)
    expect([other.status, other.problem.code]).toEqual([422, 'idempotency_key_reused'])
    const { problem } = await given(stage.staff, Buffer.from('d0cf11e0a1b11ae1', 'hex'))
    expect([problem.code, problem.errors?.[0]?.code]).toEqual(['roster_unreadable', 'old_xls'])
    const large = await given(stage.staff, Buffer.alloc(2_000_001, 97))
    expect(large.problem.code).toBe('file_too_large')
  })

  test('is for staff of the division alone', async () => {
    const other = await makePerson(app, { name: '邻社区', grants: [['staff', nextDoor]] })
    expect((await given(other, sheet(['李福', '13900000071']))).problem.code).toBe('not_found')
    const { body } = await given(stage.staff, sheet(['李福', '13900000071']))
    expect((await take(other, body.id)).problem.code).toBe('not_found')
  })
})

describe('an import', () => {
  test('is one more tap, recognises who registers, and makes nobody a volunteer', async () => {
    await makeTeam(app, stage.staff, { name: '爱邻队' })
    const row = ['赵海濤', '13900000001', '急救、送饭做饭', '爱邻队']
    const { body } = await given(stage.staff, sheet(row))
    const before = await register(app, await fresh(app, stage.party))
    expect((await stage.seenBy(stage.staff, before.id)).facts.roster).toBeNull()
    expect(await ok(take(stage.staff, body.id))).toMatchObject({ imported: true, good: 1 })
    expect((await stage.seenBy(stage.staff, before.id)).facts.roster).toEqual({
      ...{ sameName: true, skills: ['first_aid', 'meal'], team: '爱邻队' },
    })
    expect((await stage.seenBy(stage.party, before.id)).facts.roster).toBeNull()
    expect((await stage.seenBy(stage.staff, before.id)).state).toBe('asked')
    const again = await given(stage.staff, sheet(['李福', '13900000071'], ['赵海涛', '13900000001']))
    expect(again.body.reports).toEqual([{ line: 3, code: 'known_volunteer' }])
  })

  test('says where the name is another one', async () => {
    const { body } = await given(stage.staff, sheet(['王大明', '13900000001']))
    await ok(take(stage.staff, body.id))
    const { id } = await register(app, await fresh(app, stage.party))
    expect((await stage.seenBy(stage.staff, id)).facts.roster).toMatchObject({ sameName: false })
    const twice = await given(stage.staff, sheet(['王大明', '13900000001']))
    expect(twice.body.reports[0]?.code).toBe('known_volunteer')
  })

  test('is known to the next roster', async () => {
    const { body } = await given(stage.staff, sheet(['李福', '13900000071']))
    await ok(take(stage.staff, body.id))
    expect((await given(stage.staff, sheet(['李福', '13900000071']))).body).toMatchObject({
      good: 0,
      reports: [{ line: 2, code: 'known_roster' }],
    })
  })
})

describe('what is kept', () => {
  const day = 24 * 60
  const left = async () => (await app.database.pool.query('SELECT 1 FROM roster_lines')).rowCount
  const proofs = async (id: string) =>
    (await app.database.pool.query('SELECT cause, tag, fields FROM erasure_proofs WHERE about_id = $1', [id]))
      .rows

  test('goes after a day where nobody imported it, and cannot be imported then', async () => {
    const { body } = await given(stage.staff, sheet(['李福', '13900000071']))
    app.clock.advance(day)
    expect((await take(stage.staff, body.id)).problem.code).toBe('roster_gone')
    await forgetRosters(app.deps)
    expect(await left()).toBe(0)
    expect(await proofs(body.id)).toEqual([{ cause: 'retention', tag: 'contact', fields: 2 }])
  })

  test('goes with whoever leaves everything', async () => {
    const leaver = await withPhone(app, { name: '周海涛' })
    const { body } = await given(stage.staff, sheet(['周海涛', leaver.phone], ['李福', '13900000071']))
    await ok(take(stage.staff, body.id))
    await ok(leave(app, await fresh(app, leaver)))
    app.clock.advance(threeDays + 1)
    await finishAllLeaving(app)
    expect(await left()).toBe(1)
  })

  test('goes after 180 days, with proof', async () => {
    const { body } = await given(stage.staff, sheet(['李福', '13900000071'], ['普桂兰', '13900000072']))
    await ok(take(stage.staff, body.id))
    app.clock.advance(180 * day - 1)
    await forgetRosters(app.deps)
    expect(await left()).toBe(2)
    app.clock.advance(1)
    await forgetRosters(app.deps)
    expect(await left()).toBe(0)
    expect(await proofs(body.id)).toEqual([{ cause: 'retention', tag: 'contact', fields: 4 }])
  })
})
