/** What the calendar of whoever booked is told, as a reader of calendars understands it. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { readCalendar } from '../../support/calendars'
import { act, book, ok } from '../../support/story'
import { here, localTime, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
let [party, id] = [undefined, ''] as unknown as [Person, string]

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  party = await makePerson(app, { name: '普秀英' })
  id = (await book(app, party, wish(await makeRoom(app, { approval: 'automatic' })))).id
})

const file = async () =>
  (await ok(app.call<{ calendar: string }>('readBookingCalendar', { params: { id }, token: party.token })))
    .calendar

test('what, when and where, in the time zone that the file brings along, and nobody’s name', async () => {
  const text = await file()
  expect(readCalendar(text)).toMatchObject({
    method: 'PUBLISH',
    status: 'CONFIRMED',
    zone: 'Asia/Shanghai',
    starts: localTime('2026-11-25', 14),
    ends: localTime('2026-11-25', 16),
    uid: `${id}@linli`,
    summary: '场地：三楼多功能厅',
    location: '党群服务中心，鹿城南路 1 号',
    alarms: 1,
  })
  for (const name of ['普秀英', '李师傅', '13900000001']) expect(text).not.toContain(name)
})

test('moved, the same entry is at its new time; cancelled, it is taken out', async () => {
  const before = readCalendar(await file())
  const body = { startsAt: localTime('2026-11-26', 9), endsAt: localTime('2026-11-26', 11) }
  await ok(act(app, 'rescheduleBooking', party, id, { body }))
  const moved = readCalendar(await file())
  expect(moved).toMatchObject({ uid: before.uid, starts: body.startsAt, status: 'CONFIRMED' })
  expect(moved.sequence).toBeGreaterThan(before.sequence)
  await ok(act(app, 'cancelBooking', party, id))
  const off = readCalendar(await file())
  expect(off).toMatchObject({ uid: before.uid, method: 'CANCEL', status: 'CANCELLED' })
  expect(off.sequence).toBeGreaterThan(moved.sequence)
})

test('what staff have not agreed to is not certain; staff have no entry', async () => {
  id = (await book(app, party, wish(await makeRoom(app), 9, 10))).id
  expect(readCalendar(await file()).status).toBe('TENTATIVE')
  const staff = await makePerson(app, { grants: [['staff', here]] })
  const { status } = await app.call('readBookingCalendar', { params: { id }, token: staff.token })
  expect(status).toBe(404)
})
