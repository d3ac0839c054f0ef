/** Cases as the service itself would have left them: state, timeline, notices and due times agree. */
import { undoSeconds } from '@linli/contracts/transitions'
import { addWorkingMinutes } from '../../bff/src/platform/calendar'
import { dayOf, minuteMs, mondayOf } from '../../bff/src/platform/shanghai'
import { uuidOf, type Dice } from './random'
import type { EventRow, Matter, NoticeRow, RoomRow } from './rows'
import type { Use } from './uses'

/** The settings' defaults: four hours of office time (docs/product.md › Rooms). */
const ANSWER_MINUTES = 240
const OFFICE_HOURS = [
  ['08:30', '12:00'],
  ['14:00', '17:30'],
] as const

export interface Filing {
  name: string
  number: number
  room: RoomRow
  use: Use
  subjectId: string
  staff: { id: string; name: string }
  createdAt: Date
}

export type Ending = 'open' | 'confirmed' | 'asked' | 'refused' | 'cancelled' | 'completed'

const notes = {
  use: ['排练火把节节目', '小组学习', '楼栋议事', '孩子们的手工课', '太极拳练习', '家庭聚会'] as const,
  refuse: ['当天有社区大会，请换一个时间。', '设备正在检修，请改订其他场地。'] as const,
  ask: ['请补充参加活动的人员名单。', '请说明是否需要使用音响。'] as const,
}

const after = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * minuteMs)

const answerDue = (from: Date): Date => addWorkingMinutes(from, ANSWER_MINUTES, OFFICE_HOURS)

const numberOf = (at: Date, number: number): string =>
  `CD-${dayOf(at).replaceAll('-', '').slice(2)}-${String(number).padStart(6, '0')}`

/** What of the row never changes. */
const spineOf = ({ room, use, subjectId }: Pick<Filing, 'room' | 'use' | 'subjectId'>) =>
  ({
    type: 'booking',
    community_code: room.community_code,
    subject_id: subjectId,
    actor_id: subjectId,
    actor_role: 'self',
    title: room.name,
    starts_at: use.startsAt,
    ends_at: use.endsAt,
  }) as const

/** The case as it stands right after the request. */
function requested({ name, number, room, use, subjectId, createdAt }: Filing, dice: Dice): Matter {
  const id = uuidOf(name)
  const state = room.approval === 'automatic' ? 'confirmed' : 'pending'
  const dueAt = state === 'pending' ? answerDue(createdAt) : null
  return {
    case: {
      ...spineOf({ room, use, subjectId }),
      id,
      number: numberOf(createdAt, number),
      state,
      waiting_for: state === 'pending' ? 'staff' : 'nobody',
      due_at: dueAt,
      escalated_at: null,
      decided_by: null,
      decided_at: null,
      created_at: createdAt,
      closed_at: null,
      finished_at: null,
    },
    booking: {
      case_id: id,
      state,
      room_id: room.id,
      starts_at: use.startsAt,
      ends_at: use.endsAt,
      occupied: `[${use.startsAt.toISOString()},${use.freeAt.toISOString()})`,
      purpose: dice.pick(room.purposes as [RoomRow['purposes'][number], ...RoomRow['purposes']]),
      attendees: dice.between(Math.ceil(room.capacity / 4), room.capacity),
      note: dice.next() < 0.4 ? dice.pick(notes.use) : null,
      quota_week: mondayOf(use.startsAt),
    },
    events: [eventOf(id, 'request', null, state, createdAt, { party: subjectId })],
    notices:
      state === 'confirmed' ? [noticeOf(id, subjectId, 'booking_confirmed', 'confirm', createdAt)] : [],
  }
}

type Actor = { party: string } | { staff: { id: string; name: string } } | 'system'

function eventOf(
  caseId: string,
  action: string,
  from: string | null,
  to: string,
  at: Date,
  actor: Actor,
  note: string | null = null,
): EventRow {
  const base = { case_id: caseId, at, action, from_state: from, to_state: to, note }
  if (actor === 'system') return { ...base, side: 'system', actor_id: null, actor_name: null }
  if ('party' in actor) return { ...base, side: 'party', actor_id: actor.party, actor_name: null }
  return { ...base, side: 'staff', actor_id: actor.staff.id, actor_name: actor.staff.name }
}

function noticeOf(
  caseId: string,
  accountId: string,
  kind: string,
  event: string,
  at: Date,
  waits = 0,
): NoticeRow {
  const deliverAt = new Date(at.getTime() + waits * 1000)
  return {
    id: uuidOf(`notice ${caseId} ${event}`),
    event_key: `${caseId}:${event}`,
    account_id: accountId,
    case_id: caseId,
    kind,
    created_at: at,
    deliver_at: deliverAt,
    delivered_at: deliverAt,
    read_at: null,
  }
}

interface Step {
  action: string
  to: string
  at: Date
  actor: Actor
  note?: string
  /** The notice's kind; a decision's waits until it can no longer be taken back. */
  notice?: string
}

/** One more line of the timeline, and the state that it leads to. */
function take(matter: Matter, { action, to, at, actor, note, notice }: Step): void {
  const spine = matter.case
  matter.events.push(eventOf(spine.id, action, spine.state, to, at, actor, note ?? null))
  const decides = action === 'confirm' || action === 'refuse'
  if (notice) {
    const event = `${action}:${at.toISOString()}`
    const waits = decides ? undoSeconds + 1 : 0
    matter.notices.push(noticeOf(spine.id, spine.subject_id, notice, event, at, waits))
  }
  if (action === 'see') return
  spine.state = to
  matter.booking.state = to
  spine.waiting_for = action === 'ask' ? 'party' : 'nobody'
  spine.decided_by = decides && actor !== 'system' && 'staff' in actor ? actor.staff.id : null
  spine.decided_at = decides ? at : null
  spine.closed_at = to === 'pending' || to === 'confirmed' ? null : at
  spine.finished_at = to === 'completed' || to === 'refused' ? at : null
}

/** A whole case, from its request to where it stands. What cannot be reached in this room ends as near as it can. */
export function matterOf(filing: Filing, ending: Ending, dice: Dice): Matter {
  const { room, use, staff, subjectId, createdAt } = filing
  const matter = requested(filing, dice)
  if (ending === 'open') return matter
  const looked = after(createdAt, dice.between(5, 20))
  const decided = after(looked, dice.between(2, 15))
  if (room.approval === 'staff') {
    take(matter, { action: 'see', to: 'pending', at: looked, actor: { staff } })
    const by = { at: decided, actor: { staff } }
    if (ending === 'asked')
      take(matter, {
        ...by,
        action: 'ask',
        to: 'pending',
        note: dice.pick(notes.ask),
        notice: 'booking_asked',
      })
    else if (ending === 'refused')
      take(matter, {
        ...by,
        action: 'refuse',
        to: 'refused',
        note: dice.pick(notes.refuse),
        notice: 'booking_refused',
      })
    else take(matter, { ...by, action: 'confirm', to: 'confirmed', notice: 'booking_confirmed' })
  }
  if (matter.case.state !== 'confirmed') return matter
  if (ending === 'cancelled')
    take(matter, { action: 'cancel', to: 'cancelled', at: after(decided, 20), actor: { party: subjectId } })
  if (ending === 'completed')
    take(matter, { action: 'complete', to: 'completed', at: use.endsAt, actor: 'system' })
  return matter
}
