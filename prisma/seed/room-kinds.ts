/** The kinds of rooms that communities have, after the plan's service facilities. */
import type { Equipment, FacilityKind, Purpose, RoomKind as Kind } from '@linli/contracts/rooms'

export interface RoomKind {
  kind: Kind
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
  /** What it costs; left out is free. Said only where the room has what is paid for. */
  price?: { says: string; where?: Equipment }
  rules: string
  bring?: string
}

const short = { slot: 30, min: 60, max: 180, notice: 60, buffer: 30 } as const
const sport = { slot: 60, min: 60, max: 120, notice: 30, buffer: 0 } as const
const feast = { slot: 60, min: 240, max: 720, notice: 1440, buffer: 120 } as const

const hall: RoomKind = {
  kind: 'hall',
  name: '多功能活动厅',
  purposes: ['residents_meeting', 'party_activity', 'arts_rehearsal', 'training', 'elder_activity', 'other'],
  equipment: ['sound', 'projector', 'wifi', 'air_conditioning'],
  capacity: [60, 120],
  space: 1.6,
  minutes: { ...short, max: 240, notice: 120 },
  approval: 'staff',
  price: { says: '场地免费，开空调每小时 10 元', where: 'air_conditioning' },
  rules: '用完把桌椅放回原处，关灯、关空调、锁好窗。\n音响 21:00 后调小，不影响楼上住户。',
  bring: '横幅、席卡自己带，不用钉子和透明胶贴墙。',
}
const council: RoomKind = {
  kind: 'meeting',
  name: '居民议事室',
  purposes: ['residents_meeting', 'party_activity', 'training', 'study', 'other'],
  equipment: ['whiteboard', 'wifi', 'projector'],
  capacity: [12, 30],
  space: 2,
  minutes: short,
  approval: 'staff',
  rules: '用完擦净白板，把椅子推回桌下。\n室内不抽烟。',
}
const dance: RoomKind = {
  kind: 'rehearsal',
  name: '舞蹈排练室',
  purposes: ['arts_rehearsal', 'elder_activity', 'children_activity', 'sports'],
  equipment: ['mirror_wall', 'sound', 'piano'],
  capacity: [20, 40],
  space: 3,
  minutes: { ...short, max: 120 },
  approval: 'automatic',
  rules: '进门换软底鞋，不穿带钉的鞋。\n镜子和把杆不要倚靠、悬挂东西。',
  bring: '软底鞋、水杯。',
}
const reading: RoomKind = {
  kind: 'reading',
  name: '图书阅览室',
  villageName: '农家书屋',
  purposes: ['study', 'children_activity', 'training'],
  equipment: ['wifi', 'whiteboard', 'air_conditioning'],
  capacity: [15, 40],
  space: 2.2,
  minutes: { ...short, buffer: 0 },
  approval: 'automatic',
  rules: '说话轻一点，书看完放回原架。\n不在室内吃东西。',
}
const children: RoomKind = {
  kind: 'children',
  name: '儿童活动室',
  purposes: ['children_activity', 'study'],
  equipment: ['toys', 'wifi', 'whiteboard'],
  capacity: [12, 30],
  space: 2.5,
  minutes: { ...short, max: 120 },
  approval: 'automatic',
  rules: '孩子由大人带着，大人不离开。\n玩具用后收回箱子。',
  bring: '孩子的水杯、换洗衣服。',
}
const elders: RoomKind = {
  kind: 'elder',
  name: '老年活动室',
  purposes: ['elder_activity', 'residents_meeting', 'arts_rehearsal', 'other'],
  equipment: ['sound', 'air_conditioning', 'kitchen'],
  capacity: [20, 50],
  space: 2,
  minutes: short,
  approval: 'automatic',
  rules: '棋牌不带彩头。\n走时关好水、电、气。',
}
const tableTennis: RoomKind = {
  kind: 'table_tennis',
  name: '乒乓球室',
  purposes: ['sports'],
  equipment: ['table_tennis'],
  capacity: [4, 12],
  space: 8,
  minutes: sport,
  approval: 'automatic',
  rules: '穿运动鞋，不带零食进场。',
  bring: '球拍自己带；球台和网是现成的。',
}
const court: RoomKind = {
  kind: 'sports',
  name: '篮球场',
  purposes: ['sports', 'children_activity'],
  equipment: [],
  capacity: [20, 60],
  space: 10,
  minutes: sport,
  approval: 'automatic',
  rules: '雷雨天不开放。\n场内不停车、不晒粮食。',
  bring: '球自己带。',
}
const banquet: RoomKind = {
  kind: 'banquet',
  name: '红白喜事厅',
  purposes: ['banquet', 'other'],
  equipment: ['kitchen', 'sound'],
  capacity: [120, 300],
  space: 1.5,
  minutes: feast,
  approval: 'staff',
  price: { says: '场地免费，水电和燃气按表收' },
  rules: '喜事新办：不放鞭炮，不请收费的歌舞队。\n剩菜打包，当天打扫干净。',
  bring: '食材、餐具、帮厨人员自己安排，主厨要有健康证。',
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
