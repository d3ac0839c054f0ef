import { expect, test } from 'vitest'
import { requestBooking } from '../../../bff/contracts/src/bookings'
import { listDivisions } from '../../../bff/contracts/src/divisions'
import type { Endpoint } from '../../../bff/contracts/src/endpoint'
import { requestPhoneCode, updateMe } from '../../../bff/contracts/src/identity'
import { listRooms } from '../../../bff/contracts/src/rooms'
import { faultsOf } from '../../../bff/src/http/faults'

function faults(schema: Endpoint['body'], value: unknown, part = 'body') {
  const result = schema?.safeParse(value, { reportInput: true })
  return result?.success === false ? faultsOf(part, result.error.issues) : []
}

const booking = {
  roomId: '0198f0aa-0000-7000-8000-000000000001',
  startsAt: '2026-11-25T06:00:00Z',
  endsAt: '2026-11-25T08:00:00Z',
  purpose: 'study',
  attendees: 20,
}
const bookingWith = (change: Record<string, unknown>) =>
  faults(requestBooking.body, { ...booking, ...change })

test('what fits has none', () => {
  expect(bookingWith({})).toEqual([])
})

test('every fault is named at once, each in its place', () => {
  const found = bookingWith({ roomId: 'x', startsAt: 'soon', attendees: 0, purpose: 'party', note: '' })
  expect(found.map((f) => f.path)).toEqual([
    'body.roomId',
    'body.startsAt',
    'body.purpose',
    'body.attendees',
    'body.note',
  ])
})

test.each<[string, Record<string, unknown>, string, string]>([
  ['missing', { attendees: undefined }, 'invalid_type', '请填写这一项'],
  ['of another type', { attendees: '20' }, 'invalid_type', '填写的内容不对'],
  ['null', { attendees: null }, 'invalid_type', '填写的内容不对'],
  ['a broken number', { attendees: 1.5 }, 'not_multiple_of', '请填整数'],
  ['too small', { attendees: 0 }, 'too_small', '不能小于 1'],
  ['too big', { attendees: 5001 }, 'too_big', '不能大于 5000'],
  ['too long', { note: '长'.repeat(301) }, 'too_big', '最多 300 个字'],
  ['blank', { note: '  ' }, 'too_small', '请填写这一项'],
  ['unreadable', { note: 'a\0b' }, 'control_character', '含有不能识别的字符，请重新输入'],
  ['not of the list', { purpose: 'party' }, 'invalid_value', '请选一项'],
  ['not of its shape', { roomId: 'x' }, 'invalid_format', '写法不对，请看看有没有多字或少字'],
  ['far away', { endsAt: '2200-01-01T00:00:00Z' }, 'out_of_calendar', '请选一个近一点的日期'],
  ['the wrong way round', { endsAt: booking.startsAt }, 'ends_before_start', '结束时间要晚于开始时间'],
])('%s', (_, change, code, message) => {
  const [key = ''] = Object.keys(change)
  expect(bookingWith(change)).toEqual([{ path: `body.${key}`, code, message }])
})

test('refinements of a whole part are at the part', () => {
  expect(faults(updateMe.body, {})).toEqual([
    { path: 'body', code: 'nothing_to_change', message: '没有要修改的内容' },
  ])
  expect(faults(listDivisions.query, {}, 'query')).toEqual([
    { path: 'query', code: 'parent_or_name', message: '请按上级或名称查找，二者选一' },
  ])
})

test('nothing that somebody typed comes back', () => {
  const typed = 'typed-13800000001'
  const found = [
    ...bookingWith({ roomId: typed, startsAt: typed, endsAt: typed, purpose: typed, attendees: typed }),
    ...faults(requestPhoneCode.body, { phone: typed }),
    ...faults(listRooms.query, { community: typed, capacity: typed, stepFree: typed }, 'query'),
  ]
  expect(found).toHaveLength(9)
  expect(JSON.stringify(found)).not.toContain(typed)
})

test('a body that is no object is a fault of the body', () => {
  for (const value of [undefined, null, 'x', 7, []])
    expect(faults(requestBooking.body, value).map((f) => f.path)).toEqual(['body'])
})
