/** Rooms and facilities as their community writes them. */
import type { RoomPlan } from '../../bff/contracts/src/room-plan'
import type { TestApp } from './app'
import { everyDay, here } from './world'

export const roomPlan = (change: Partial<RoomPlan> = {}): RoomPlan => ({
  name: '二楼活动室',
  kind: 'meeting',
  floor: '二楼',
  door: '201 室',
  price: null,
  rules: '走时关灯关窗',
  bring: null,
  capacity: 60,
  areaSquareMetres: 90,
  stepFree: true,
  equipment: ['projector'],
  purposes: ['residents_meeting', 'training'],
  openings: everyDay('09:00', '21:00'),
  seasons: [],
  slotMinutes: 60,
  minMinutes: 60,
  maxMinutes: 240,
  noticeMinutes: 60,
  horizonDays: 14,
  bufferMinutes: 30,
  approval: 'staff',
  ...change,
})

export const facilityPlan = (change: object = {}) => ({
  name: '东兴社区文化活动中心',
  kind: 'cultural_centre',
  address: '鹿城南路 2 号',
  phone: '0878-3120001',
  holidays: 'closed',
  position: null,
  ...change,
})

/** The facility of a room. */
export async function facilityOf({ database }: TestApp, roomId: string): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(
    'SELECT facility_id AS id FROM rooms WHERE id = $1',
    [roomId],
  )
  return rows[0]?.id ?? ''
}

/** What can be read of the desk of rooms. */
export const roomDeskReadings = (roomId: string, facilityId: string) => ({
  listFacilities: [{ params: { division: here } }],
  readRoomUse: [{ params: { division: here }, query: { from: '2026-11-01', to: '2026-11-30' } }],
  exportRoomUse: [{ params: { division: here } }],
  getFacility: [{ params: { id: facilityId } }],
  getRoomPlan: [{ params: { id: roomId } }],
  listRoomChanges: [{ params: { id: roomId } }],
  listExportRecords: [{ params: { division: here } }],
  readDoor: [{ params: { id: roomId } }],
  listRoomAhead: [{ params: { id: roomId } }],
  checkSeries: [
    {
      params: { id: roomId },
      query: {
        ...{ startsAt: '2026-11-25T06:00:00Z', endsAt: '2026-11-25T08:00:00Z' },
        ...{ purpose: 'training', attendees: '5', weeks: '3' },
      },
    },
  ],
  listInstead: [
    { params: { id: roomId }, query: { from: '2026-11-25T06:00:00Z', to: '2026-11-25T08:00:00Z' } },
  ],
  listMetBookings: [
    { params: { id: roomId }, query: { startsAt: '2026-11-01T00:00:00Z', endsAt: '2027-01-01T00:00:00Z' } },
  ],
})

/** Every list of bookings that staff can ask for. */
export const deskBookingReadings = (room: string, personOf: string) => [
  ...(['upcoming', 'past', 'off', 'standing'] as const).map((show) => ({
    params: { division: here },
    query: { show },
  })),
  { params: { division: here }, query: { room, show: 'standing' } },
  { params: { division: here }, query: { personOf, show: 'standing' } },
]
