import { describe, expect, test } from 'vitest'
import { bookingState } from '../../../bff/contracts/src/booking-case'
import { type CaseAction, caseSide } from '../../../bff/contracts/src/case-base'
import { bookingKind } from '../../../bff/src/modules/bookings/kind'
import type { BookingFacts } from '../../../bff/src/modules/bookings/facts-store'
import type { Standing } from '../../../bff/src/modules/cases/row'
import { enrolmentKind } from '../../../bff/src/modules/programmes/kind'
import {
  actionsOpen,
  belongsTo,
  isOverdue,
  type Judged,
  stateNow,
  transitionFor,
  undoUntil,
} from '../../../bff/src/modules/cases/rules'

const [me, other] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
const [due, starts, ends] = [
  new Date('2026-11-23T08:00Z'),
  new Date('2026-11-25T06:00Z'),
  new Date('2026-11-25T08:00Z'),
]
const clean = new Date('2026-11-25T08:30Z')
const decided = new Date('2026-11-23T09:00Z')
const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms)

const facts: BookingFacts = {
  caseId: me,
  roomId: me,
  purpose: 'training',
  attendees: 1,
  note: null,
  quotaWeek: '2026-11-23',
  freeAt: clean.toISOString(),
  approval: 'staff',
  bufferMinutes: 30,
  roomKind: 'meeting',
  floor: null,
  door: null,
  bring: null,
  longitude: null,
  latitude: null,
  ...{ ownerId: null, ownerBadge: null, alternativeRoomId: null },
  facilityId: me,
  facilityName: '',
  address: '',
  keeperNameEnc: null,
  keeperPhoneEnc: null,
  replacesCaseId: null,
  series: null,
  ...{ counts: true, checkedInAt: null, before: null },
  replaces: null,
  wished: null,
}
const pending: Standing = {
  state: 'pending',
  waitingFor: 'staff',
  startsAt: starts,
  endsAt: ends,
  lapsesAt: null,
  dueAt: due,
  escalatedAt: null,
  decidedBy: null,
  decidedAt: null,
}
/** An offer is kept until the due time; a line ends when what is waited for begins. */
const lapses: Record<string, Date> = { held: due, waiting: starts }
const booking = (row: Partial<Standing>): Judged => {
  const whole = { ...pending, ...row }
  return { kind: bookingKind, facts, row: { ...whole, lapsesAt: lapses[whole.state] ?? null } }
}
const decidedByMe = { decidedBy: me, decidedAt: decided, waitingFor: 'nobody' } as const

type Ground = [title: string, facts: Partial<Standing>, now: Date]
/** Each condition just inside and just outside its boundary. */
const grounds = {
  early: ['before everything', {}, after(due, -1)],
  due: ['at the due time', {}, due],
  overdue: ['just past the due time', {}, after(due, 1)],
  escalated: ['past due, already escalated', { escalatedAt: due }, after(due, 1)],
  asked: ['past due, but it is the party who owes an answer', { waitingFor: 'party' }, after(due, 1)],
  fresh: ['my decision, ten seconds old', decidedByMe, after(decided, 10_000)],
  stale: ['my decision, just older', decidedByMe, after(decided, 10_001)],
  theirs: ['a fresh decision of somebody else', { ...decidedByMe, decidedBy: other }, decided],
  beforeStart: ['just before the start', {}, after(starts, -1)],
  start: ['at the start', {}, starts],
  beforeEnd: ['just before the end', {}, after(ends, -1)],
  end: ['at the end', {}, ends],
  clean: ['when the cleaning is over', {}, clean],
  askedTooLong: ['after the start, while a question is open', { waitingFor: 'party' }, after(starts, 1)],
} satisfies Record<string, Ground>
type GroundName = keyof typeof grounds
const all = Object.keys(grounds) as GroundName[]
const not = (...names: GroundName[]): GroundName[] => all.filter((name) => !names.includes(name))
const untilStart = not('start', 'beforeEnd', 'end', 'clean', 'askedTooLong')

const nearby: GroundName[] = ['start', 'beforeEnd', 'beforeStart', 'askedTooLong']

/** The life of a booking, said from docs/product.md: who may do what from where, to where, and on which grounds. */
const life: Record<string, [to: string, on: GroundName[], note?: 'required']> = {
  'pending see staff': ['pending', all],
  'pending confirm staff': ['confirmed', not('end', 'clean')],
  'pending refuse staff': ['refused', all, 'required'],
  'pending ask staff': ['pending', untilStart, 'required'],
  'pending supplement party': ['pending', untilStart, 'required'],
  'pending cancel party': ['cancelled', all],
  'pending escalate system': ['pending', not('early', 'due', 'escalated', 'asked')],
  'pending reschedule party': ['pending', untilStart],
  'pending reschedule staff': ['pending', untilStart, 'required'],
  'confirmed reschedule party': ['confirmed', untilStart],
  'confirmed reschedule staff': ['confirmed', not('end', 'clean'), 'required'],
  'confirmed replace system': ['replaced', not('end', 'clean')],
  'confirmed undo staff': ['pending', ['fresh']],
  'confirmed arrive party': ['confirmed', nearby],
  'confirmed check_in staff': ['confirmed', nearby],
  'confirmed release staff': ['missed', ['beforeEnd']],
  'missed regain staff': ['confirmed', not('end', 'clean')],
  'refused undo staff': ['pending', ['fresh']],
  'confirmed cancel party': ['cancelled', untilStart],
  'confirmed cancel staff': ['cancelled', not('end', 'clean'), 'required'],
  'confirmed complete staff': ['completed', ['end', 'clean']],
  'confirmed complete system': ['completed', ['clean']],
  'waiting leave party': ['cancelled', untilStart],
  'waiting offer system': ['held', all],
  'waiting move staff': ['waiting', untilStart, 'required'],
  'waiting lapse system': ['lapsed', ['start', 'beforeEnd', 'end', 'clean', 'askedTooLong']],
  'held accept party': ['pending', ['early']],
  'held decline party': ['cancelled', ['early']],
  'held lapse system': ['lapsed', not('early')],
}

/** Every action of any table. */
const actions = new Set([...bookingKind.transitions, ...enrolmentKind.transitions].map((t) => t.action))
const cells = bookingState.options.flatMap((state) =>
  [...actions].flatMap((action) => caseSide.options.map((side) => ({ state, action, side }))),
)

const nowhere: [to: undefined, on: GroundName[], note?: undefined] = [undefined, []]

test.each(cells)('$state, $action by $side', ({ state, action, side }) => {
  const [to, on, note] = life[`${state} ${action} ${side}`] ?? nowhere
  for (const name of all) {
    const [title, row, now] = grounds[name]
    // A pending case with a decision behind it was undone: it waits for staff again.
    const undone = state === 'pending' && 'decidedAt' in row
    const c = booking({ state, ...row, ...(undone && { waitingFor: 'staff' as const }) })
    const found = transitionFor(c, { action, side, accountId: me, unasked: action === 'see' }, now)
    expect(found?.to, title).toBe(on.includes(name) ? to : undefined)
    if (found) expect(found.note, title).toBe(note)
  }
})

describe('the buttons of a reader', () => {
  const open = (row: Partial<Standing>, side: 'party' | 'staff', now: Date): CaseAction[] =>
    actionsOpen(booking(row), side, now, me).sort()

  test('are what the table allows this side now, without what the service does by itself', () => {
    const now = after(due, 1)
    expect(open({}, 'staff', now)).toEqual(['ask', 'confirm', 'refuse', 'reschedule'])
    expect(open({}, 'party', now)).toEqual(['cancel', 'reschedule', 'supplement'])
    const fresh = open({ state: 'confirmed', ...decidedByMe }, 'staff', decided)
    expect(fresh).toEqual(['cancel', 'reschedule', 'undo'])
    expect(open({ state: 'confirmed', ...decidedByMe }, 'staff', ends)).toEqual(['complete'])
    expect(open({ state: 'confirmed', ...decidedByMe }, 'party', starts)).toEqual(['arrive'])
    expect(open({ state: 'refused', ...decidedByMe }, 'staff', after(decided, 10_001))).toEqual([])
  })

  test('nobody has any once the case is closed', () => {
    for (const state of ['cancelled', 'completed', 'refused', 'replaced'] as const)
      for (const side of ['party', 'staff'] as const) expect(open({ state }, side, due)).toEqual([])
  })
})

test('a room that confirms by itself is confirmed by accepting its offer', () => {
  const held = { ...booking({ state: 'held' }), facts: { ...facts, approval: 'automatic' } as BookingFacts }
  const accept = { action: 'accept', side: 'party', accountId: me } as const
  expect(transitionFor(held, accept, after(due, -1))?.to).toBe('confirmed')
})

test('an offer is over from its deadline on, and a line from the start on, whatever is written', () => {
  const now = (state: string, at: Date, kind = bookingKind as Judged['kind']): string =>
    stateNow({ state, lapsesAt: lapses[state] ?? (state === 'entered' ? ends : null) }, kind, at)
  expect(now('held', after(due, -1))).toBe('held')
  expect(now('held', due)).toBe('lapsed')
  expect(now('waiting', after(starts, -1))).toBe('waiting')
  expect(now('waiting', starts)).toBe('lapsed')
  expect(now('entered', after(ends, -1), enrolmentKind)).toBe('entered')
  expect(now('entered', ends, enrolmentKind)).toBe('lapsed')
  expect(now('confirmed', ends)).toBe('confirmed')
})

test('what a service does by itself is no button, and is not allowed to whoever asks', () => {
  const confirmed: Judged = {
    kind: enrolmentKind,
    facts: { caseId: me },
    row: { ...pending, state: 'waiting' },
  }
  const cancel = { action: 'cancel', side: 'staff' } as const
  expect(actionsOpen(confirmed, 'staff', due, me)).toEqual(['move'])
  expect(transitionFor(confirmed, cancel, due)).toBeUndefined()
  expect(transitionFor(confirmed, { ...cancel, unasked: true }, due)?.to).toBe('cancelled')
})

test('an action belongs to a side when the table has it in any state', () => {
  expect(belongsTo(bookingKind, 'confirm', 'staff')).toBe(true)
  expect(belongsTo(bookingKind, 'confirm', 'party')).toBe(false)
  expect(belongsTo(bookingKind, 'cancel', 'party')).toBe(true)
  expect(belongsTo(bookingKind, 'cancel', 'staff')).toBe(true)
  expect(belongsTo(bookingKind, 'supplement', 'staff')).toBe(false)
  expect(belongsTo(bookingKind, 'request', 'party')).toBe(false)
})

test('overdue is only what staff still owe, and only after the time', () => {
  expect(isOverdue(pending, due)).toBe(false)
  expect(isOverdue(pending, after(due, 1))).toBe(true)
  expect(isOverdue({ ...pending, waitingFor: 'party' }, after(due, 1))).toBe(false)
  expect(isOverdue({ ...pending, waitingFor: 'nobody' }, after(due, 1))).toBe(false)
  expect(isOverdue({ ...pending, dueAt: null }, after(due, 1))).toBe(false)
  expect(undoUntil(decided)).toEqual(after(decided, 10_000))
})
