/** A calendar and a reminder say that there is an appointment, and nothing of the matter. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Appointment } from '../../../bff/contracts/src/consultation-thread'
import { remindOfMeetings } from '../../../bff/src/modules/consultations/meetings/jobs'
import { monday, testApp } from '../../support/app'
import { ask, forget, fresh, hour, makeStation, offer, threadOf, toldTo } from '../../support/consultations'
import { act, deliverAll, ok } from '../../support/story'
import { here, localTime, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let party: Person
let adviser: Person
let id: string

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  await forget(app)
  party = await makePerson(app, { name: '李秀英' })
  adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
  id = (await ask(app, party, { reach: 'phone' })).id
})

const take = (who: Person, appointment: Appointment | undefined) =>
  act(app, 'takeTime', who, appointment?.id ?? '')
const giveBack = (who: Person, appointment: Appointment | undefined) =>
  act(app, 'giveTimeBack', who, appointment?.id ?? '')
const appointments = async (): Promise<Appointment[]> => (await threadOf(app, party, id)).appointments
const calendar = async (who: Person, appointment: Appointment | undefined): Promise<string> => {
  const params = { id: appointment?.id ?? '' }
  const answer = app.call<{ calendar: string }>('readCalendar', { params, token: who.token })
  return (await ok(answer)).calendar
}

test('a calendar learns of an appointment and of its place alone; moved it goes on, called off it goes', async () => {
  const stationId = await makeStation(app)
  await ok(offer(app, adviser, id, { kind: 'station', stationId, times: [hour(14), hour(16)] }))
  const [first, second] = await appointments()
  await ok(take(party, first))
  const text = await calendar(party, first)
  expect(
    text
      .split('\r\n')
      .filter((line) =>
        /^(METHOD|SUMMARY|LOCATION|DTSTART;|DTEND|STATUS|SEQUENCE|DTSTAMP|TZID|TZOFFSETTO)/.test(line),
      ),
  ).toEqual([
    'METHOD:PUBLISH',
    'TZID:Asia/Shanghai',
    'TZOFFSETTO:+0800',
    'SEQUENCE:0',
    'DTSTAMP:20261123T021200Z',
    'DTSTART;TZID=Asia/Shanghai:20261125T140000',
    'DTEND;TZID=Asia/Shanghai:20261125T150000',
    'SUMMARY:一个预约',
    'LOCATION:鹿城镇法律服务站，鹿城路 8 号',
    'STATUS:CONFIRMED',
  ])
  expect(text).not.toMatch(/法律咨询|高正荣|李秀英|工资|BJ-/)
  const uid = /UID:(\S+)/.exec(text)?.[1]
  await ok(take(party, second))
  const moved = await calendar(adviser, second)
  expect(moved).toContain(`UID:${uid}`)
  expect(moved).toContain('SEQUENCE:2')
  expect(await calendar(party, first)).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1\r[\s\S]*STATUS:CANCELLED/)
  await ok(giveBack(party, second))
  expect(await calendar(party, second)).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:3\r/)
})

test('an adviser has it in their calendar, beside the matter, and in the work log once it took place', async () => {
  const stationId = await makeStation(app)
  await ok(offer(app, adviser, id, { kind: 'station', stationId }))
  await ok(take(party, (await appointments())[0]))
  const self = await ok(
    app.call<{ stations: object[]; meetings: object[] }>('getAdviser', { token: adviser.token }),
  )
  expect(self.stations).toContainEqual({ id: stationId, name: '鹿城镇法律服务站', address: '鹿城路 8 号' })
  expect(self.meetings).toMatchObject([
    { caseId: id, startsAt: localTime('2026-11-25', 14), kind: 'station' },
  ])
  const list = await ok(app.call('listHandled', { token: adviser.token }))
  expect(list).toMatchObject({ consultations: [{ id, nextMeeting: localTime('2026-11-25', 14) }] })
  const log = async (who: Person) =>
    ok(
      app.call<{ totals: { meetings: number }; rows: { action: string; minutes: number | null }[] }>(
        'readWorkLog',
        { query: { month: '2026-11' }, token: who.token },
      ),
    )
  expect((await log(adviser)).totals.meetings).toBe(0)
  app.clock.set(localTime('2026-11-25', 15))
  const { totals, rows } = await log(await fresh(app, adviser))
  expect(totals.meetings).toBe(1)
  expect(rows.at(-1)).toMatchObject({ action: 'meet', minutes: 60 })
})

test('the two are reminded the evening before and two hours before, once, and not of what is off', async () => {
  await ok(offer(app, adviser, id, { times: [hour(14), hour(14, '2026-11-27')] }))
  const [first, second] = await appointments()
  await ok(take(party, first))
  const at = async (time: string): Promise<number> => {
    app.clock.set(time)
    return (await remindOfMeetings(app.deps)) + (await remindOfMeetings(app.deps))
  }
  expect(await at(localTime('2026-11-24', 18.9))).toBe(0)
  expect(await at(localTime('2026-11-24', 19))).toBe(1)
  expect(await at(localTime('2026-11-25', 11.9))).toBe(0)
  expect(await at(localTime('2026-11-25', 12))).toBe(1)
  expect((await toldTo(app, party)).filter((kind) => kind === 'case_soon')).toHaveLength(2)
  expect((await toldTo(app, adviser)).filter((kind) => kind === 'case_met_soon')).toHaveLength(2)
  party = await fresh(app, party)
  await ok(take(party, second))
  await ok(giveBack(party, second))
  expect(await at(localTime('2026-11-26', 20))).toBe(0)
  await deliverAll(app)
  const { notices } = await ok(
    app.call<{ notices: object[] }>('listNotices', { token: (await fresh(app, party)).token }),
  )
  expect(JSON.stringify(notices)).not.toMatch(/法律|咨询|meet\.example/)
})
