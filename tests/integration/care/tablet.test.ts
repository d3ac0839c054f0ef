import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { clock, makeCareProgramme, makeCarer, makeCareSession, makeDuty, moveTo } from '../../support/care'
import { ok } from '../../support/story'
import { enter, goodPin, makeTablet, pairingCode, pairWith, putPin, type Tablet } from '../../support/tablet'
import { together, values } from '../../support/together'
import { elsewhere, here, makeDivisions, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
let programme = ''
let staff: Person
let carer: Person
let supervisor: Person
let tablet: Tablet

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  await moveTo(app, clock('16:10'))
  await app.database.pool.query('UPDATE care_duties SET ended_at = created_at WHERE ended_at IS NULL')
  staff = await makePerson(app, { name: '社区值班员', grants: [['staff', here]] })
  supervisor = await makePerson(app, { grants: [['supervisor', '532301101']] })
  programme = await makeCareProgramme(app)
  await makeCareSession(app, programme)
  carer = await makeCarer(app, '王老师')
  await makeDuty(app, programme, carer)
  tablet = await makeTablet(app, staff)
})

describe('pairing', () => {
  test('a code pairs one tablet, once', async () => {
    const code = await pairingCode(app, staff)
    expect(code).toMatch(/^\d{8}$/)
    const paired = await ok(pairWith(app, code))
    expect(paired).toMatchObject({
      communityName: '东兴社区',
      deviceToken: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect((await pairWith(app, code)).problem.code).toBe('pairing_code_wrong')
  })

  test('of ten at once one pairs', async () => {
    const code = await pairingCode(app, staff)
    const answers = values(await together(10, () => pairWith(app, code)))
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1)
    expect(answers.filter((a) => a.problem.code === 'pairing_code_wrong')).toHaveLength(9)
  })

  test('a code lives ten minutes', async () => {
    const [early, late] = [await pairingCode(app, staff), await pairingCode(app, staff)]
    app.clock.advance(9.99)
    expect((await pairWith(app, early)).status).toBe(201)
    app.clock.advance(0.01)
    expect((await pairWith(app, late)).problem.code).toBe('pairing_code_wrong')
  })

  test('is for staff of the community', async () => {
    const ask = async (who: Person, community = here) => {
      const answer = await app.call('makePairingCode', { body: { community }, token: who.token })
      return answer.status === 201 ? 'yes' : answer.problem.code
    }
    expect(await ask(staff)).toBe('yes')
    expect(await ask(staff, nextDoor)).toBe('not_found')
    expect(await ask(supervisor)).toBe('not_allowed')
    expect(await ask(carer)).toBe('not_found')
    expect(await ask(await makePerson(app, { grants: [['staff', elsewhere]] }))).toBe('not_found')
  })

  test('neither code nor token nor PIN is in the database', async () => {
    const code = await pairingCode(app, staff)
    await putPin(app, carer)
    const { rows } = await app.database.pool.query<{ row: string }>(
      `SELECT t::text AS row FROM care_pairing_codes t UNION ALL SELECT t::text FROM care_devices t
       UNION ALL SELECT t::text FROM care_pins t`,
    )
    const everything = rows.map((r) => r.row).join('\n')
    for (const secret of [code, tablet.deviceToken, goodPin]) {
      expect(everything).not.toContain(secret)
      expect(everything).not.toContain(Buffer.from(secret).toString('hex'))
    }
  })

  test('the list of tablets is for those in whose scope they are', async () => {
    const list = async (who: Person, division = here) => {
      const answer = await app.call<{ devices: { id: string }[] }>('listCareDevices', {
        query: { division },
        token: who.token,
      })
      return answer.problem.code ?? answer.body.devices.map((d) => d.id)
    }
    expect(await list(staff)).toContain(tablet.deviceId)
    expect(await list(supervisor, '532301101')).toContain(tablet.deviceId)
    expect(await list(staff, nextDoor)).toBe('not_found')
    expect(await list(carer)).toBe('not_found')
  })
})

describe('who can enter', () => {
  test('those on duty today in the community, by the name on their badge', async () => {
    await makeDuty(app, programme, await makeCarer(app, '周二的老师'), { weekdays: [2] })
    const far = await makeCareProgramme(app, { community: nextDoor })
    await makeCareSession(app, far)
    await makeDuty(app, far, await makeCarer(app, '西园的老师', nextDoor))
    const second = await makeCarer(app, '李老师')
    await makeDuty(app, programme, second, { classNo: 2 })
    await putPin(app, carer)
    expect(await ok(app.call('listDeviceCarers', { body: tablet }))).toEqual({
      communityName: '东兴社区',
      carers: [
        { accountId: second.accountId, name: '李老师', hasPin: false },
        { accountId: carer.accountId, name: '王老师', hasPin: true },
      ],
    })
  })

  test('a token that is not this tablet’s, and a tablet that does not exist, are told nothing', async () => {
    const other = await makeTablet(app, staff)
    for (const body of [
      { ...tablet, deviceToken: other.deviceToken },
      { ...tablet, deviceId: randomUUID() },
    ]) {
      expect((await app.call('listDeviceCarers', { body })).problem.code).toBe('device_not_paired')
      expect((await enter(app, body, carer)).problem.code).toBe('device_not_paired')
    }
  })

  test('nobody who is off duty today, whatever their PIN', async () => {
    const off = await makeCarer(app, '休息的老师')
    await putPin(app, off)
    expect((await enter(app, tablet, off)).problem.code).toBe('not_on_duty')
    expect((await enter(app, tablet, staff)).problem.code).toBe('not_on_duty')
  })
})
