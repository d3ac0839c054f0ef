/** Rows as the tables take them; times as Dates, bytes as `\x…`. */
import type { Equipment, FacilityKind, Opening, Purpose, RoomKind } from '@linli/contracts/rooms'

export interface FacilityRow {
  id: string
  community_code: string
  kind: FacilityKind
  name: string
  address: string
  phone: string
  keeper_name_enc: string
  keeper_phone_enc: string
  holidays: 'open' | 'closed'
  /** WGS-84. */
  longitude: number | null
  latitude: number | null
}

export interface RoomRow {
  id: string
  facility_id: string
  community_code: string
  name: string
  position: number
  capacity: number
  area_square_metres: number
  step_free: boolean
  equipment: Equipment[]
  purposes: Purpose[]
  openings: Opening[]
  slot_minutes: number
  min_minutes: number
  max_minutes: number
  notice_minutes: number
  horizon_days: number
  buffer_minutes: number
  approval: 'automatic' | 'staff'
  kind: RoomKind
  floor: string
  door: string
  price: string | null
  rules: string
  bring: string | null
}

export interface AccountRow {
  id: string
  name_enc: string | null
  phone_enc: string
  phone_hash: string
  community_code: string
  elder_mode: boolean
  demo_key: string | null
  demo_says: string | null
  created_at: Date
}

export interface GrantRow {
  id: string
  account_id: string
  role: string
  division_code: string
  display_name: string
  created_at: Date
}

export interface CaseRow {
  id: string
  number: string
  type: 'booking' | 'follow_up'
  community_code: string
  subject_id: string
  actor_id: string
  actor_role: 'self'
  state: string
  waiting_for: 'staff' | 'party' | 'nobody'
  title: string
  starts_at: Date
  ends_at: Date
  due_at: Date | null
  escalated_at: Date | null
  decided_by: string | null
  decided_at: Date | null
  created_at: Date
  closed_at: Date | null
  finished_at: Date | null
}

export interface BookingRow {
  case_id: string
  state: string
  room_id: string
  starts_at: Date
  ends_at: Date
  occupied: string
  purpose: string
  attendees: number
  note: string | null
  quota_week: string
}

export interface EventRow {
  case_id: string
  at: Date
  action: string
  from_state: string | null
  to_state: string
  side: 'party' | 'staff' | 'system'
  actor_id: string | null
  actor_name: string | null
  note: string | null
}

export interface NoticeRow {
  id: string
  event_key: string
  account_id: string
  case_id: string
  kind: string
  created_at: Date
  deliver_at: Date
  delivered_at: Date
  read_at: Date | null
}

/** One case with everything that belongs to it. */
export interface Matter {
  case: CaseRow
  booking: BookingRow
  events: EventRow[]
  notices: NoticeRow[]
}
