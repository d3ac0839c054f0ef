/** A booking as a case (docs/product.md › Rooms): its states, its table and what is shown of it. */
import * as z from 'zod/mini'
import { caseBase, detailBase } from './case-base'
import { type CaseDeclaration, type CaseMeaning, declared, made } from './case-declaration'
import { id, instant } from './common'
import { lineTransitions } from './line-transitions'
import { position, roomKind } from './rooms'
import type { Transition } from './transitions'

/** Another time, or none. Who has to agree is looked at by the service: where staff have to, what is confirmed stays as it is. */
const otherTime = (): Transition[] => [
  { from: 'pending', action: 'reschedule', to: 'pending', side: 'party', when: ['before_start'] },
  {
    from: 'pending',
    action: 'reschedule',
    to: 'pending',
    side: 'staff',
    when: ['before_start'],
    note: 'required',
  },
  { from: 'confirmed', action: 'reschedule', to: 'confirmed', side: 'party', when: ['before_start'] },
  {
    from: 'confirmed',
    action: 'reschedule',
    to: 'confirmed',
    side: 'staff',
    when: ['before_end'],
    note: 'required',
  },
  { from: 'confirmed', action: 'replace', to: 'replaced', side: 'system', when: ['before_end'] },
  // Whoever closes the room takes an offer back that nobody took.
  {
    from: 'held',
    action: 'cancel',
    to: 'cancelled',
    side: 'staff',
    when: ['not_lapsed'],
    note: 'required',
    unasked: true,
  },
]

/** Who comes, and what becomes of a room to which nobody came. */
const arriving = (): Transition[] => [
  // By the code at the door.
  {
    from: 'confirmed',
    action: 'arrive',
    to: 'confirmed',
    side: 'party',
    when: ['door_open', 'before_end', 'not_there'],
  },
  {
    from: 'confirmed',
    action: 'check_in',
    to: 'confirmed',
    side: 'staff',
    when: ['door_open', 'before_end', 'not_there'],
  },
  { from: 'confirmed', action: 'uncheck', to: 'confirmed', side: 'staff', when: ['there', 'before_end'] },
  {
    from: 'confirmed',
    action: 'release',
    to: 'missed',
    side: 'staff',
    when: ['waited_for', 'before_end', 'not_there'],
  },
  { from: 'missed', action: 'regain', to: 'confirmed', side: 'staff', when: ['before_end'] },
]

/**
 * The life of a booking (docs/product.md › Rule 2 and Rooms). The server's checks, the `can` of every answer and therefore
 * the app's buttons come from this one table. `request` makes the first state and is not in it.
 */
export const bookingTransitions: readonly Transition[] = /* @__PURE__ */ made(() => [
  ...lineTransitions,
  { from: 'held', action: 'accept', to: 'confirmed', side: 'party', when: ['not_lapsed', 'automatic'] },
  { from: 'held', action: 'accept', to: 'pending', side: 'party', when: ['not_lapsed', 'by_staff'] },
  { from: 'pending', action: 'see', to: 'pending', side: 'staff', unasked: true },
  { from: 'pending', action: 'confirm', to: 'confirmed', side: 'staff', when: ['before_end'] },
  { from: 'pending', action: 'refuse', to: 'refused', side: 'staff', note: 'required' },
  { from: 'pending', action: 'ask', to: 'pending', side: 'staff', when: ['before_start'], note: 'required' },
  {
    from: 'pending',
    action: 'supplement',
    to: 'pending',
    side: 'party',
    when: ['before_start'],
    note: 'required',
  },
  { from: 'pending', action: 'cancel', to: 'cancelled', side: 'party' },
  { from: 'pending', action: 'escalate', to: 'pending', side: 'system', when: ['unanswered'] },
  {
    from: 'confirmed',
    action: 'undo',
    to: 'pending',
    side: 'staff',
    when: ['own_decision_fresh', 'replaces_nothing'],
  },
  { from: 'refused', action: 'undo', to: 'pending', side: 'staff', when: ['own_decision_fresh'] },
  { from: 'confirmed', action: 'cancel', to: 'cancelled', side: 'party', when: ['before_start'] },
  {
    from: 'confirmed',
    action: 'cancel',
    to: 'cancelled',
    side: 'staff',
    when: ['before_end'],
    note: 'required',
  },
  { from: 'confirmed', action: 'complete', to: 'completed', side: 'staff', when: ['after_end'] },
  { from: 'confirmed', action: 'complete', to: 'completed', side: 'system', when: ['after_cleaning'] },
  ...otherTime(),
  ...arriving(),
])

export const bookingState = z.enum([
  'waiting',
  'held',
  'pending',
  'confirmed',
  'refused',
  'cancelled',
  'lapsed',
  'completed',
  'replaced',
  'missed',
])
export type BookingState = z.infer<typeof bookingState>

export const bookingMeaning: CaseMeaning<BookingState> = {
  type: 'booking',
  name: '场地预订',
  prefix: 'CD',
  states: {
    waiting: { is: 'open', word: '排队中' },
    held: { is: 'open', word: '为您保留', waitsFor: 'party' },
    pending: { is: 'open', word: '等待社区确认', waitsFor: 'staff' },
    confirmed: { is: 'open', word: '已确认' },
    refused: { is: 'finished', word: '未同意', refused: true },
    cancelled: { is: 'ended', word: '已取消' },
    lapsed: { is: 'ended', word: '没有轮到' },
    completed: { is: 'finished', word: '已完成' },
    replaced: { is: 'ended', word: '已改时间' },
    missed: { is: 'ended', word: '没到场' },
  },
}

export const bookingDeclaration: CaseDeclaration<BookingState> = /* @__PURE__ */ declared(
  bookingMeaning,
  bookingTransitions,
)

/** The states in which a booking keeps its slot: the exclusion constraint names the same three. */
export const liveStates: readonly string[] = ['held', 'pending', 'confirmed']

const facts = z.object({
  roomId: id,
  roomKind,
  /** e.g. 二楼. */
  floor: z.nullable(z.string()),
  facilityName: z.string(),
  purpose: z.string(),
  attendees: z.number(),
  /** The confirmed booking that gives way once staff agree to this one: it is a wish for another time. */
  replacesCaseId: z.nullable(id),
  /** Which week, of which last one; a week that was left out keeps its number. */
  series: z.nullable(z.object({ number: z.int(), count: z.int() })),
  /** When somebody came and said so; null until then. */
  checkedInAt: z.nullable(instant),
})

export const bookingCase = z.extend(caseBase, {
  type: z.literal('booking'),
  state: bookingState,
  startsAt: instant,
  endsAt: instant,
  facts,
})
export type BookingCase = z.infer<typeof bookingCase>

const placed = z.object({ roomName: z.string(), startsAt: instant, endsAt: instant })

export const bookingDetail = z.extend(bookingCase, {
  ...detailBase,
  facts: z.extend(facts, {
    /** What the resident wrote with the request; null for a supervisor. */
    note: z.nullable(z.string()),
    /** Which door, and how to come in. */
    door: z.nullable(z.string()),
    /** What to bring. */
    bring: z.nullable(z.string()),
    /** Of the building, where the community has said. */
    position: z.nullable(position),
    bufferMinutes: z.number(),
    address: z.string(),
    /** Who opens the door: only once it is confirmed. */
    keeper: z.nullable(z.object({ name: z.string(), phone: z.string() })),
    /** The room that staff proposed when they refused it. */
    alternativeRoomId: z.nullable(id),
    /** Where and when it was before it was last moved. */
    before: z.nullable(placed),
    /** What it is to replace, and is kept until then. */
    replaces: z.nullable(placed),
    /** The wish for another time for which staff have to agree: this booking is kept until they do. */
    wished: z.nullable(z.extend(placed, { caseId: id })),
  }),
})
export type BookingDetail = z.infer<typeof bookingDetail>
