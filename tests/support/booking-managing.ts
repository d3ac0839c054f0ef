/** What staff do with rooms while bookings stand in them: closures given back, seasons, holidays, rooms that are retired. */
import type { DeskFacility, RoomHits, RoomPlanned } from '../../bff/contracts/src/room-desk'
import type { TestApp } from './app'
import type { Command } from './booking-commands'
import type { Span } from './booking-model'
import { facilityOf, facilityPlan, roomPlan } from './room-plans'
import { everyDay, localTime } from './world'

/** The last day of a year, and the first of the next, which is a public holiday. */
export const firstDay = '2026-12-31'
const days = ['12-31', '01-01']

interface Managed {
  rooms: string[]
  closures: string[]
  token: string
}

export const told = async (
  answer: ReturnType<TestApp['call']>,
  then?: (body: never) => void,
): Promise<string | null> => {
  const { status, body, problem } = await answer
  if (status >= 300) return problem.code
  then?.(body as never)
  return null
}

export type Managing = Exclude<Command, { do: 'request' | 'series' | 'close' } | { id: number }>

/** What staff do with rooms; who acknowledges has read whom it hits. */
export async function manage(
  app: TestApp,
  c: Managing,
  { rooms, closures, token }: Managed,
): Promise<string | null> {
  if (c.do === 'reopen' || c.do === 'giveBack') {
    const params = { id: closures[c.closure] ?? '' }
    if (c.do === 'reopen') return told(app.call('removeClosure', { params, token }))
    return told(app.call('giveBack', { params, token, body: { endsAt: localTime(firstDay, c.to) } }))
  }
  const params = { id: rooms[c.room] ?? '' }
  if (c.do === 'restore') return told(app.call('restoreRoom', { params, token }))
  const attempt = await writer(app, c, params.id, token)
  const { status, problem } = await attempt(undefined)
  if (status < 300) return null
  if (problem.code !== 'room_change_hits' || !c.acknowledged) return problem.code
  return told(attempt((problem.facts as unknown as RoomHits).mark))
}

/** A change of what a room's rules are, as often as it is tried. */
async function writer(
  app: TestApp,
  c: Extract<Managing, { acknowledged: boolean }>,
  id: string,
  token: string,
) {
  const read = async <T>(name: 'getRoomPlan' | 'getFacility', of: string) =>
    (await app.call<T>(name, { params: { id: of }, token })).body
  const { version, capacity, approval } = await read<RoomPlanned>('getRoomPlan', id)
  if (c.do === 'retire')
    return (acknowledged?: string) =>
      app.call('retireRoom', { params: { id }, body: { version, acknowledged }, token })
  if (c.do === 'holidays') {
    const facility = await facilityOf(app, id)
    const { facility: now } = await read<{ facility: DeskFacility }>('getFacility', facility)
    const body = { ...facilityPlan({ holidays: c.holidays }), version: now.version }
    return (acknowledged?: string) =>
      app.call('editFacility', { params: { id: facility }, body: { ...body, acknowledged }, token })
  }
  const seasons = c.season.flatMap((hours, n) =>
    hours === undefined
      ? []
      : [{ name: `第${n}天`, from: days[n] ?? '', to: days[n] ?? '', openings: openingsOf(hours) }],
  )
  const room = roomPlan({ capacity, approval, seasons })
  return (acknowledged?: string) =>
    app.call('editRoom', { params: { id }, body: { room, version, acknowledged }, token })
}

const openingsOf = (hours: Span | null) => (hours ? everyDay(hour(hours.from), hour(hours.to)) : [])
const hour = (n: number) => `${String(n).padStart(2, '0')}:00`
