/** Wrong PINs lock one carer out of one tablet, and whoever leads or works there lets them in again. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PinLock } from '../../../bff/contracts/src/care-desk'
import { testApp } from '../../support/app'
import { clock, makeCareProgramme, makeCarer, makeCareSession, makeDuty, moveTo } from '../../support/care'
import { dayOf } from '../../support/care-day'
import { ok } from '../../support/story'
import { enter, makeTablet, onTablet, putPin, type Tablet } from '../../support/tablet'
import { elsewhere, here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let staff: Person
let carer: Person
let leader: Person
let hall: Tablet
let yard: Tablet

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  await moveTo(app, clock('16:10'))
  staff = await makePerson(app, { name: '社区值班员', grants: [['staff', here]] })
  const programme = await makeCareProgramme(app)
  await makeCareSession(app, programme)
  carer = await makeCarer(app, '王老师')
  leader = await makeCarer(app, '组长李老师')
  await makeDuty(app, programme, carer)
  await makeDuty(app, programme, leader, { leader: true })
  hall = await makeTablet(app, staff)
  yard = await makeTablet(app, staff)
  for (const who of [carer, leader]) await ok(putPin(app, who))
  for (let n = 0; n < 5; n++) await enter(app, hall, carer, '000000')
})

type Who = Pick<Person, 'token'>
const pad = () => ({ deviceId: hall.deviceId, accountId: carer.accountId })
const unlock = (who: Who) => app.call<{ locks: PinLock[] }>('unlockPin', { body: pad(), token: who.token })
const locks = async (who: Who) =>
  (await ok(app.call<{ locks: PinLock[] }>('listPinLocks', { token: who.token }))).locks.filter(
    (one) => one.accountId === carer.accountId,
  )
const entering = async (tablet: Tablet, who = carer) => {
  const answer = await enter(app, tablet, who)
  return answer.status === 201 ? 'in' : answer.problem.code
}

test('five wrong ones by a stranger lock one carer out of one tablet, and nobody else and nowhere else', async () => {
  expect(await entering(hall)).toBe('pin_locked')
  expect(await entering(yard)).toBe('in')
  expect(await entering(hall, leader)).toBe('in')
})

test('what the carer has open on another tablet stays open', async () => {
  const there = await onTablet(app, yard, carer)
  for (let n = 0; n < 5; n++) await enter(app, hall, carer, '000000')
  expect((await dayOf(app, there)).sessions).toHaveLength(1)
})

describe('is let in again', () => {
  test.each<[string, () => Promise<Who>]>([
    ['the duty leader, by phone', () => Promise.resolve(leader)],
    ['the duty leader, on the same tablet', () => onTablet(app, hall, leader)],
    ['staff of the community', () => Promise.resolve(staff)],
  ])('by %s, and enters at once', async (_, by) => {
    const who = await by()
    expect(await locks(who)).toEqual([
      { ...pad(), device: '一班平板', name: '王老师', lockedUntil: clock('16:25') },
    ])
    await ok(unlock(who))
    expect(await locks(who)).toEqual([])
    expect(await entering(hall)).toBe('in')
  })

  test('by nobody else: not by a carer, nor by staff of another place', async () => {
    const far = await makePerson(app, { grants: [['staff', elsewhere]] })
    for (const who of [carer, far, await makePerson(app)]) {
      expect(await locks(who)).toEqual([])
      expect((await unlock(who)).problem.code).toBe('not_found')
    }
    expect(await entering(hall)).toBe('pin_locked')
  })
})
