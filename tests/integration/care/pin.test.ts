import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { clock, makeCareProgramme, makeCarer, makeCareSession, makeDuty, moveTo } from '../../support/care'
import { enter, makeTablet, putPin, type Tablet } from '../../support/tablet'
import { together, values } from '../../support/together'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let programme = ''
let staff: Person
let carer: Person
let tablet: Tablet

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  await moveTo(app, clock('16:10'))
  await app.database.pool.query('UPDATE care_duties SET ended_at = created_at WHERE ended_at IS NULL')
  staff = await makePerson(app, { name: '社区值班员', grants: [['staff', here]] })
  programme = await makeCareProgramme(app)
  await makeCareSession(app, programme)
  carer = await makeCarer(app, '王老师')
  await makeDuty(app, programme, carer)
  tablet = await makeTablet(app, staff)
})

describe('a PIN', () => {
  test.each(['000000', '123456', '654321', '890123', '777777', '321098'])('%s is too simple', async (pin) => {
    expect((await putPin(app, carer, pin)).problem.code).toBe('pin_too_simple')
  })

  test('is for carers', async () => {
    expect((await putPin(app, staff)).problem.code).toBe('not_allowed')
    expect((await putPin(app, carer)).status).toBe(200)
  })

  test('that was never set is wrong', async () => {
    expect((await enter(app, tablet, carer)).problem.code).toBe('pin_wrong')
  })

  test('wrong five times is locked for a quarter of an hour, also when it is right', async () => {
    await putPin(app, carer)
    for (let n = 0; n < 4; n++)
      expect((await enter(app, tablet, carer, '000000')).problem.code).toBe('pin_wrong')
    const fifth = await enter(app, tablet, carer, '000000')
    expect(fifth.problem.code).toBe('pin_locked')
    expect(fifth.headers.get('retry-after')).toBe('900')
    const right = await enter(app, tablet, carer)
    expect(right.problem.code).toBe('pin_locked')
    app.clock.advance(14.99)
    expect((await enter(app, tablet, carer)).problem.code).toBe('pin_locked')
    app.clock.advance(0.01)
    expect((await enter(app, tablet, carer)).status).toBe(201)
  })

  test('that was right begins the count anew; the fifth may be right', async () => {
    await putPin(app, carer)
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 4; n++)
        expect((await enter(app, tablet, carer, '111222')).problem.code).toBe('pin_wrong')
      expect((await enter(app, tablet, carer)).status).toBe(201)
    }
  })

  test('a quarter of an hour later there are five more tries, not one', async () => {
    await putPin(app, carer)
    for (let n = 0; n < 5; n++) await enter(app, tablet, carer, '000000')
    app.clock.advance(15)
    for (let n = 0; n < 4; n++)
      expect((await enter(app, tablet, carer, '000000')).problem.code).toBe('pin_wrong')
    expect((await enter(app, tablet, carer, '000000')).problem.code).toBe('pin_locked')
  })

  test('is tried five times and no more, however many try at once', async () => {
    await putPin(app, carer)
    const guesses = values(await together(20, (n) => enter(app, tablet, carer, `9090${10 + n}`)))
    const codes = guesses.map((g) => g.problem.code)
    expect(codes.filter((c) => c === 'pin_wrong')).toHaveLength(4)
    expect(codes.filter((c) => c === 'pin_locked')).toHaveLength(16)
    expect((await enter(app, tablet, carer)).problem.code).toBe('pin_locked')
  })
})
