import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ProblemCode } from '../../../bff/contracts/src/problems'
import { testApp } from '../../support/app'
import { snapshot } from '../../support/snapshot'
import {
  everyDay,
  liftQuota,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
  type RoomWish,
  wish,
} from '../../support/world'

const app = await testApp()
let party: Person

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  party = await makePerson(app)
})

type Body = ReturnType<typeof wish>
const ask = (body: Body) => app.call('requestBooking', { body, token: party.token })

/** Now is Monday 10:12; the room asks for an hour's notice and looks fourteen days ahead. */
const today = '2026-11-23'
const noon = everyDay('09:00', '12:00').concat(everyDay('14:00', '21:00'))

interface Case {
  what: string
  room?: RoomWish
  from: number
  to: number
  day?: string
  over?: Partial<Body>
  codes: ProblemCode[]
}

const cases: Case[] = [
  { what: 'before it opens', from: 8, to: 10, codes: ['booking_outside_hours'] },
  { what: 'after it closes', from: 20, to: 22, codes: ['booking_outside_hours'] },
  {
    what: 'over the noon break',
    room: { openings: noon },
    from: 11,
    to: 15,
    codes: ['booking_outside_hours'],
  },
  {
    what: 'over midnight',
    room: { openings: everyDay('09:00', '24:00') },
    from: 23,
    to: 25,
    codes: ['booking_outside_hours'],
  },
  {
    what: 'on a day it never opens',
    room: { openings: [{ weekday: 1, from: '09:00', to: '21:00' }] },
    from: 14,
    to: 16,
    codes: ['booking_outside_hours'],
  },
  { what: 'from half past', from: 14.5, to: 15.5, codes: ['booking_off_step'] },
  { what: 'for an hour and a half', from: 14, to: 15.5, codes: ['booking_off_step'] },
  {
    what: 'with stray milliseconds',
    from: 14 + 1 / 3_600_000,
    to: 15 + 1 / 3_600_000,
    codes: ['booking_off_step'],
  },
  { what: 'for too short', room: { minMinutes: 120 }, from: 14, to: 15, codes: ['booking_too_short'] },
  { what: 'for too long', from: 12, to: 17, codes: ['booking_too_long'] },
  { what: 'of this morning', from: 9, to: 10, day: today, codes: ['booking_in_past'] },
  { what: 'of a past week', from: 14, to: 16, day: '2026-11-18', codes: ['booking_in_past'] },
  { what: 'within the hour', from: 11, to: 12, day: today, codes: ['booking_too_soon'] },
  { what: 'a day beyond the horizon', from: 9, to: 10, day: '2026-12-08', codes: ['booking_too_far'] },
  { what: 'for too many', from: 14, to: 16, over: { attendees: 61 }, codes: ['booking_over_capacity'] },
  {
    what: 'for a banquet',
    from: 14,
    to: 16,
    over: { purpose: 'banquet' },
    codes: ['booking_purpose_not_allowed'],
  },
  {
    what: 'wrong in every way',
    from: 3.5,
    to: 9,
    day: '2026-11-20',
    over: { attendees: 5000, purpose: 'banquet' },
    codes: [
      'booking_in_past',
      'booking_too_long',
      'booking_over_capacity',
      'booking_purpose_not_allowed',
      'booking_outside_hours',
    ],
  },
  {
    what: 'too early, too short and off the step',
    room: { minMinutes: 60, noticeMinutes: 24 * 60 },
    from: 14.25,
    to: 14.75,
    day: today,
    codes: ['booking_too_soon', 'booking_too_short', 'booking_off_step'],
  },
]

describe('a request', () => {
  test.each(cases)(
    '$what is refused with every reason, and leaves nothing behind',
    async ({ room, from, to, day, over, codes }) => {
      const roomId = await makeRoom(app, room)
      const before = await snapshot(app.database.pool)
      const { status, problem } = await ask({ ...wish(roomId, from, to, day), ...over })
      expect({ status, code: problem.code }).toEqual({ status: 422, code: codes[0] })
      expect(problem.errors?.map((e) => e.code)).toEqual(codes)
      for (const { path, message } of problem.errors ?? []) {
        expect(path).toMatch(/^body\.(startsAt|endsAt|attendees|purpose)$/)
        expect(message).toMatch(/\p{Script=Han}/u)
      }
      expect(await snapshot(app.database.pool)).toEqual(before)
    },
  )

  test.each<[string, RoomWish | undefined, number, number, string | undefined, Partial<Body>]>([
    ['that fills the room', undefined, 14, 16, undefined, { attendees: 60 }],
    ['from opening to closing', { maxMinutes: 720 }, 9, 21, undefined, {}],
    ['that ends at midnight', { openings: everyDay('09:00', '24:00') }, 22, 24, undefined, {}],
    [
      'over two openings that touch',
      { openings: [...everyDay('09:00', '12:00'), ...everyDay('12:00', '18:00')] },
      11,
      13,
      undefined,
      {},
    ],
    ['at the first instant that notice allows', { noticeMinutes: 48 }, 11, 12, today, {}],
    ['on the last day of the horizon', undefined, 20, 21, '2026-12-07', {}],
    [
      'on the grid of an opening at ten past',
      { openings: everyDay('09:10', '21:10') },
      14 + 1 / 6,
      15 + 1 / 6,
      undefined,
      {},
    ],
  ])('%s is accepted', async (_, room, from, to, day, over) => {
    const roomId = await makeRoom(app, room)
    expect((await ask({ ...wish(roomId, from, to, day), ...over })).status).toBe(201)
  })

  test('for a room that does not exist is not found', async () => {
    expect((await ask(wish('00000000-0000-4000-8000-000000000000'))).problem.code).toBe('not_found')
  })
})
