/**
 * Requests, series, moves, decisions, cancellations, closures, takeovers, what is given back, seasons, holidays and rooms that
 * are retired, in any order, against a notebook: after each step the database holds what the notebook holds, and what was
 * refused is refused for the reason that the notebook gives.
 */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { BookingDetail } from '../../../bff/contracts/src/booking-case'
import type { MetBooking } from '../../../bff/contracts/src/closures'
import type { Closure } from '../../../bff/contracts/src/closures'
import { testApp } from '../../support/app'
import { command, type Command } from '../../support/booking-commands'
import { firstDay, manage, told } from '../../support/booking-managing'
import { emptyNotebook, type Notebook, type Span, steps } from '../../support/booking-model'
import { liftQuota, localTime, makeDivisions, makePerson, makeRoom, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const aMonday = '2026-12-28T02:12:00Z'
let [people, staff] = [[], undefined] as unknown as [Person[], Person]

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})

const times = ({ from, to }: Span) => ({
  startsAt: localTime(firstDay, from),
  endsAt: localTime(firstDay, to),
})

interface World {
  book: Notebook
  rooms: string[]
  ids: string[]
  closures: string[]
}

/** What the service answers: null where it did it, else the code; what it made is remembered in the notebook's order. */
async function really(c: Command, world: World): Promise<string | null> {
  const { book, rooms, ids } = world
  const made = { purpose: 'training', attendees: 5 }
  if (c.do === 'request')
    return told(
      app.call('requestBooking', {
        body: { roomId: rooms[c.room], ...times(c.span), ...made },
        token: people[c.person]?.token ?? '',
      }),
      (one: BookingDetail) => ids.push(one.id),
    )
  if (c.do === 'series')
    return told(
      app.call('requestSeries', {
        body: { roomId: rooms[c.room], ...times(c.span), ...made, weeks: c.weeks, without: [] },
        token: people[c.person]?.token ?? '',
      }),
      ({ bookings }: { bookings: BookingDetail[] }) => ids.push(...bookings.map((one) => one.id)),
    )
  if (c.do === 'close') return close(c, world)
  if (!('id' in c)) return manage(app, c, { ...world, token: staff.token })
  const params = { id: ids[c.id] ?? '' }
  if (c.do === 'move')
    return told(
      app.call('rescheduleBooking', {
        params,
        body: { ...times(c.span), ...(c.by === 'staff' && { roomId: rooms[c.room], note: '换一下' }) },
        token: (c.by === 'staff' ? staff : people[book.bookings[c.id]?.person ?? 0])?.token ?? '',
      }),
      ({ facts }: BookingDetail) =>
        facts.wished && !ids.includes(facts.wished.caseId) && ids.push(facts.wished.caseId),
    )
  const name = ({ confirm: 'confirmBooking', refuse: 'refuseBooking', cancel: 'cancelBooking' } as const)[
    c.do
  ]
  const token = (c.do === 'cancel' ? people[book.bookings[c.id]?.person ?? 0] : staff)?.token ?? ''
  return told(app.call(name, { params, body: c.do === 'refuse' ? { note: '有会' } : {}, token }))
}

async function close(c: Command & { do: 'close' }, { rooms, closures }: World): Promise<string | null> {
  const token = staff.token
  const query = times(c.span)
  const met = await app.call<{ bookings: MetBooking[] }>('listMetBookings', {
    params: { id: rooms[c.room] ?? '' },
    query,
    token,
  })
  const roomId = rooms[c.room === 1 ? 0 : 1]
  const answers =
    c.answer === 'none' || c.answer === 'takeover'
      ? []
      : met.body.bookings.map(({ caseId }) => ({
          caseId,
          answer: c.answer,
          ...(c.answer === 'move' && { roomId }),
        }))
  const kind = c.answer === 'takeover' ? 'takeover' : 'closed'
  const body = { roomIds: [rooms[c.room]], ...query, reason: '检修', kind, weeks: 1, answers }
  return told(app.call('closeRooms', { body, token }), (done: { closures: Closure[] }) =>
    closures.push(...done.closures.map((one) => one.id)),
  )
}

function inTheNotebook(c: Command, book: Notebook): string | null {
  if (c.do === 'request') return steps.request(book, { ...c, ...c.span })
  if (c.do === 'series') return steps.series(book, { ...c, ...c.span })
  if (c.do === 'move') return steps.move(book, { ...c, ...c.span })
  if (c.do === 'close') return steps.close(book, { ...c, ...c.span } as Parameters<typeof steps.close>[1])
  return steps[c.do](book, c as never)
}

const inDatabase = async ({ rooms, ids }: World) => {
  const { rows } = await pool.query<{ id: string; state: string; room: string; from: Date; to: Date }>(
    `SELECT case_id AS id, state, room_id AS room, starts_at AS "from", ends_at AS "to" FROM bookings WHERE case_id = ANY ($1)`,
    [ids],
  )
  return ids.map((each) => {
    const row = rows.find((r) => r.id === each)
    return (
      row && {
        state: row.state,
        room: rooms.indexOf(row.room),
        from: row.from.toISOString(),
        to: row.to.toISOString(),
      }
    )
  })
}

let township = 500
async function makeWorld(): Promise<World> {
  township += 1
  const town = `532301${township}`
  const community = `${town}001`
  for (const [code, level, parent] of [
    [town, 'township', '532301'],
    [community, 'community', town],
  ])
    await pool.query(
      'INSERT INTO divisions (code, level, name, full_name, parent_code) VALUES ($1, $2, $1, $1, $3)',
      [code, level, parent],
    )
  app.deps.cache.drop('divisions')
  people = await Promise.all([1, 2, 3].map(() => makePerson(app)))
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', community]] })
  const rooms: string[] = []
  for (const n of [0, 1, 2])
    rooms.push(
      await makeRoom(app, {
        community,
        capacity: 60 + n,
        approval: n === 2 ? 'staff' : 'automatic',
        holidays: 'open',
      }),
    )
  return { book: emptyNotebook(), rooms, ids: [], closures: [] }
}

test('after each of thousands of steps the database holds what the notebook holds', async () => {
  app.clock.set(aMonday)
  let done = 0
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 25, maxLength: 45 }), async (commands) => {
      const world = await makeWorld()
      for (const c of commands) {
        if ('id' in c && c.id >= world.ids.length) continue
        if ('closure' in c && c.closure >= world.closures.length) continue
        const said = await really(c, world)
        expect([c, said]).toEqual([c, inTheNotebook(c, world.book)])
        done++
      }
      expect(await inDatabase(world)).toEqual(
        world.book.bookings.map(({ state, room: at, ...use }) => {
          const { startsAt, endsAt } = times(use)
          return { state, room: at, from: startsAt, to: endsAt }
        }),
      )
    }),
    { numRuns: 80, endOnFailure: true },
  )
  expect(done).toBeGreaterThan(1500)
}, 240_000)
