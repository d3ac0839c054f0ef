import { describe, expect, test } from 'vitest'
import { judgePerson, type DayCode, type ListedPerson } from '../../../bff/src/modules/care/pickup-rules'
import {
  carersNeeded,
  dutyRefusal,
  happenedAt,
  inOrder,
  isOpenAt,
  isTooSimple,
  lateSteps,
  type Standing,
} from '../../../bff/src/modules/care/rules'

const at = (time: string, day = '2026-11-23'): Date => new Date(`${day}T${time}:00+08:00`)
const session = { startsAt: at('16:30'), endsAt: at('18:30') }
const standing = (over: Partial<Standing> = {}): Standing => ({
  ...session,
  classNo: 1,
  hasPlace: true,
  mark: 'present',
  markedAt: at('16:35'),
  released: false,
  duties: [{ classNo: 1, leader: false, endedAt: null }],
  ...over,
})

test('a list is open from half an hour before the start to two hours after the end, both included', () => {
  const open = ['15:59', '16:00', '20:30', '20:31'].map((time) => isOpenAt(session, at(time)))
  expect(open).toEqual([false, true, true, false])
})

test('a record happened when the device says, but not in the future and not before the list was open', () => {
  const now = at('17:30')
  expect(happenedAt(at('17:00'), session, now)).toEqual(at('17:00'))
  expect(happenedAt(at('19:00'), session, now)).toEqual(now)
  expect(happenedAt(at('09:00'), session, now)).toEqual(at('16:00'))
  expect(happenedAt(at('09:00'), session, at('15:00'))).toEqual(at('15:00'))
})

describe('who may write', () => {
  const judge = (s: Standing, when = at('17:00'), now = when) => dutyRefusal('present', s, when, now)
  test('their own class, while on duty', () => {
    expect(judge(standing())).toBeUndefined()
    expect(judge(standing({ classNo: 2 }))).toBe('other_class')
    expect(judge(standing({ hasPlace: false }))).toBe('other_class')
    expect(judge(standing({ duties: [] }))).toBe('not_on_duty')
    expect(judge(standing(), at('20:31'))).toBe('not_on_duty')
    expect(judge(standing(), at('17:00'), at('00:01', '2026-11-24'))).toBe('not_on_duty')
  })

  test('a duty counts until it ended, for what arrives later too', () => {
    const ended = standing({ duties: [{ classNo: 1, leader: false, endedAt: at('17:00') }] })
    expect(judge(ended, at('16:59'), at('17:30'))).toBeUndefined()
    expect(judge(ended, at('17:00'), at('17:30'))).toBe('not_on_duty')
  })
})

test('records are taken in the order in which they happened, those of one instant as they came', () => {
  const sent = [
    { id: 'c', at: '2026-11-23T09:00:00Z' },
    { id: 'a', at: '2026-11-23T16:30:00+08:00' },
    { id: 'b', at: '2026-11-23T08:30:00Z' },
  ]
  expect(inOrder(sent).map((r) => r.id)).toEqual(['a', 'b', 'c'])
})

test.each([
  ['111111', true],
  ['123456', true],
  ['987654', true],
  ['789012', true],
  ['112233', false],
  ['135790', false],
  ['483920', false],
])('the PIN %s is too simple: %s', (pin, simple) => expect(isTooSimple(pin)).toBe(simple))

test('one carer for ten children, begun tens too; before anybody has a place, for all places', () => {
  const needed = [0, 1, 10, 11, 40].map((confirmed) => carersNeeded({ confirmed, capacity: 25 }, 10))
  expect(needed).toEqual([3, 1, 1, 2, 4])
})

test('the late ladder: every step that is due, as of when it was', () => {
  const steps = (time: string) => lateSteps(session.endsAt, [15, 30, 60], at(time)).map((s) => s.kind)
  expect(steps('18:44')).toEqual([])
  expect(steps('18:45')).toEqual(['late_15'])
  expect(steps('19:29')).toEqual(['late_15', 'late_30'])
  expect(steps('23:00')).toEqual(['late_15', 'late_30', 'late_60'])
})

describe('who takes the child', () => {
  const day = '2026-11-23'
  const person = (over: Partial<ListedPerson>): ListedPerson => ({
    id: 'p',
    kind: 'listed',
    nameHash: 'name-p',
    phoneHash: 'phone-p',
    relation: 'relative',
    validFrom: '2026-11-01',
    validTo: null,
    ...over,
  })
  const code = (over: Partial<DayCode> = {}): DayCode => ({
    id: 'c',
    day,
    matches: true,
    nameHash: 'name-c',
    relation: 'other',
    attempts: 0,
    used: false,
    replaced: false,
    ...over,
  })
  const barred = person({ id: 'b', kind: 'barred', nameHash: 'name-b', phoneHash: 'phone-b' })
  const listed = (one: ListedPerson, personId = one.id) =>
    judgePerson({ method: 'listed', personId }, { people: [one, barred], codes: [] }, day).refusal
  const coded = (...codes: DayCode[]) =>
    judgePerson({ method: 'code' }, { people: [barred], codes }, day).refusal

  test('by the list', () => {
    expect(listed(person({}))).toBeUndefined()
    expect(listed(person({}), 'nobody')).toBe('person_not_listed')
    expect(listed(person({ validFrom: day, validTo: day }))).toBeUndefined()
    expect(listed(person({ validFrom: '2026-11-24' }))).toBe('person_not_valid_today')
    expect(listed(person({ validTo: '2026-11-22' }))).toBe('person_not_valid_today')
    expect(listed(person({}), 'b')).toBe('person_barred')
    expect(listed(person({ nameHash: 'name-b' }))).toBe('person_barred')
    expect(listed(person({ phoneHash: 'phone-b' }))).toBe('person_barred')
    expect(listed(person({ phoneHash: null }))).toBeUndefined()
  })

  test('by a code', () => {
    expect(coded(code())).toBeUndefined()
    expect(coded()).toBe('code_wrong')
    expect(coded(code({ matches: false }))).toBe('code_wrong')
    expect(coded(code({ replaced: true }))).toBe('code_wrong')
    expect(coded(code({ attempts: 5 }))).toBe('code_wrong')
    expect(coded(code({ used: true }))).toBe('code_used')
    expect(coded(code({ day: '2026-11-22' }))).toBe('code_other_day')
    expect(coded(code({ nameHash: 'name-b' }))).toBe('person_barred')
    expect(coded(code({ day: '2026-11-22', used: true }), code())).toBeUndefined()
  })

  test('by a leader’s word, unless barred', () => {
    const said = (nameHash: string, leads: boolean) =>
      judgePerson({ method: 'override', nameHash, leads }, { people: [barred], codes: [] }, day).refusal
    expect(said('name-x', true)).toBeUndefined()
    expect(said('name-x', false)).toBe('not_duty_leader')
    expect(said('name-b', true)).toBe('person_barred')
    expect(said('name-b', false)).toBe('person_barred')
  })
})
