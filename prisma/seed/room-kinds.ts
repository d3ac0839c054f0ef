/** The kinds of rooms that communities have, after the plan's service facilities. */
import type { Equipment, FacilityKind, Purpose } from '@linli/contracts/rooms'

export interface RoomKind {
  name: string
  /** Where villages call it otherwise. */
  villageName?: string
  purposes: Purpose[]
  /** The first is always there, the others in most rooms. */
  equipment: Equipment[]
  /** People, from and to. */
  capacity: [number, number]
  /** Square metres for one person. */
  space: number
  minutes: { slot: 30 | 60; min: number; max: number; notice: number; buffer: number }
  approval: 'automatic' | 'staff'
}

const short = { slot: 30, min: 60, max: 180, notice: 60, buffer: 30 } as const
const sport = { slot: 60, min: 60, max: 120, notice: 30, buffer: 0 } as const
const feast = { slot: 60, min: 240, max: 720, notice: 1440, buffer: 120 } as const

const hall: RoomKind = {
  name: '多功能活动厅',
  purposes: ['residents_meeting', 'party_activity', 'arts_rehearsal', 'training', 'elder_activity', 'other'],
  equipment: ['sound', 'projector', 'wifi', 'air_conditioning'],
  capacity: [60, 120],
  space: 1.6,
  minutes: { ...short, max: 240, notice: 120 },
  approval: 'staff',
}
const council: RoomKind = {
  name: '居民议事室',
  purposes: ['residents_meeting', 'party_activity', 'training', 'study', 'other'],
  equipment: ['whiteboard', 'wifi', 'projector'],
  capacity: [12, 30],
  space: 2,
  minutes: short,
  approval: 'staff',
}
const dance: RoomKind = {
  name: '舞蹈排练室',
  purposes: ['arts_rehearsal', 'elder_activity', 'children_activity', 'sports'],
  equipment: ['mirror_wall', 'sound', 'piano'],
  capacity: [20, 40],
  space: 3,
  minutes: { ...short, max: 120 },
  approval: 'automatic',
}
const reading: RoomKind = {
  name: '图书阅览室',
  villageName: '农家书屋',
  purposes: ['study', 'children_activity', 'training'],
  equipment: ['wifi', 'whiteboard', 'air_conditioning'],
  capacity: [15, 40],
  space: 2.2,
  minutes: { ...short, buffer: 0 },
  approval: 'automatic',
}
const children: RoomKind = {
  name: '儿童活动室',
  purposes: ['children_activity', 'study'],
  equipment: ['toys', 'wifi', 'whiteboard'],
  capacity: [12, 30],
  space: 2.5,
  minutes: { ...short, max: 120 },
  approval: 'automatic',
}
const elders: RoomKind = {
  name: '老年活动室',
  purposes: ['elder_activity', 'residents_meeting', 'arts_rehearsal', 'other'],
  equipment: ['sound', 'air_conditioning', 'kitchen'],
  capacity: [20, 50],
  space: 2,
  minutes: short,
  approval: 'automatic',
}
const tableTennis: RoomKind = {
  name: '乒乓球室',
  purposes: ['sports'],
  equipment: ['table_tennis'],
  capacity: [4, 12],
  space: 8,
  minutes: sport,
  approval: 'automatic',
}
const court: RoomKind = {
  name: '篮球场',
  purposes: ['sports', 'children_activity'],
  equipment: [],
  capacity: [20, 60],
  space: 10,
  minutes: sport,
  approval: 'automatic',
}
const banquet: RoomKind = {
  name: '红白喜事厅',
  purposes: ['banquet', 'other'],
  equipment: ['kitchen', 'sound'],
  capacity: [120, 300],
  space: 1.5,
  minutes: feast,
  approval: 'staff',
}

/** What each kind of facility is called, and its rooms in the order in which they are there. */
export const facilityKinds: Record<FacilityKind, { name: string; rooms: [RoomKind, ...RoomKind[]] }> = {
  party_service_centre: { name: '党群服务中心', rooms: [hall, council, dance, reading, elders] },
  cultural_centre: { name: '文化活动中心', rooms: [dance, hall, reading, tableTennis, council] },
  elder_centre: { name: '老年活动中心', rooms: [elders, council, dance, tableTennis, reading] },
  children_home: { name: '儿童之家', rooms: [children, reading, dance, council, tableTennis] },
  banquet_hall: { name: '红白喜事场所', rooms: [banquet, council, elders, hall, reading] },
  sports_ground: { name: '文体活动场', rooms: [court, tableTennis, dance, council, children] },
  partner_hall: { name: '共享活动厅', rooms: [hall, council, dance, reading, tableTennis] },
}
