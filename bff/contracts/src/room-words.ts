/** What a room and its facility are called, on every page and in every sheet. */
import type { Equipment, FacilityKind, RoomKind } from './rooms'

export const equipmentWord: Record<Equipment, string> = {
  projector: '投影',
  sound: '音响',
  whiteboard: '白板',
  air_conditioning: '空调',
  piano: '钢琴',
  mirror_wall: '镜墙',
  kitchen: '厨房',
  wifi: '无线网',
  toys: '玩具',
  table_tennis: '乒乓球台',
}

export const roomKindWord: Record<RoomKind, string> = {
  hall: '活动厅',
  meeting: '会议室',
  rehearsal: '排练室',
  reading: '阅览室',
  elder: '老年活动室',
  sports: '运动场地',
  table_tennis: '乒乓球室',
  banquet: '宴席厅',
  children: '儿童活动室',
}

export const facilityKindWord: Record<FacilityKind, string> = {
  party_service_centre: '党群服务中心',
  cultural_centre: '文化活动中心',
  elder_centre: '老年活动中心',
  children_home: '儿童之家',
  banquet_hall: '红白喜事场所',
  sports_ground: '文体活动场',
  partner_hall: '驻区单位的场地',
}
