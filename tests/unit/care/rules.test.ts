import { describe, expect, test } from 'vitest'
import type { CareRecordSent } from '../../../bff/contracts/src/care'
import {
  type DayCode,
  type GuardianLink,
  judgePerson,
  type ListedPerson,
} from '../../../bff/src/modules/care/pick-up/pickup-rules'
import {
  carersNeeded,
  dutyRefusal,
  happenedAt,
  inOrder,
  isOpenAt,
  isTooSimple,
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

  test('about a child that is still there to the end of the day, and about nobody else', () => {
    const late = (kind: CareRecordSent['kind'], over: Partial<Standing> = {}, when = at('23:59')) =>
      dutyRefusal(kind, standing(over), when, when)
    for (const kind of ['release', 'health', 'incident', 'annotation', 'barred_seen'] as const)
      expect(late(kind)).toBeUndefined()
    expect(late('present')).toBe('not_on_duty')
    expect(late('absent')).toBe('not_on_duty')
    expect(late('release', { mark: 'absent' })).toBe('not_on_duty')
    expect(late('release', { mark: null })).toBe('not_on_duty')
    expect(late('health', { released: true })).toBe('not_on_duty')
    expect(late('release', { classNo: 2 })).toBe('other_class')
    expect(late('release', { duties: [] })).toBe('not_on_duty')
    expect(late('release', {}, at('00:00', '2026-11-24'))).toBe('not_on_duty')
    expect(late('release', {}, at('15:59'))).toBe('not_on_duty')
    // Somebody else was faster: it is said what happened.
    expect(late('release', { released: true })).toBeUndefined()
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

  test('by being a guardian whom staff know, unless barred', () => {
    const link = (over: Partial<GuardianLink> = {}): GuardianLink => ({
      id: 'g',
      relation: 'mother',
      nameHash: 'name-g',
      phoneHash: 'phone-g',
      known: [],
      verified: true,
      ended: false,
      ...over,
    })
    const judged = (guardian?: GuardianLink) =>
      judgePerson({ method: 'guardian', guardian }, { people: [barred], codes: [] }, day).refusal
    expect(judged(link())).toBeUndefined()
    expect(judged(link({ nameHash: null, phoneHash: null }))).toBeUndefined()
    expect(judged()).toBe('person_not_listed')
    expect(judged(link({ verified: false }))).toBe('guardian_not_verified')
    expect(judged(link({ ended: true }))).toBe('person_not_listed')
    const was = [{ nameHash: 'name-b' }, { nameHash: null, phoneHash: 'phone-b' }]
    for (const same of [
      { nameHash: 'name-b' },
      { phoneHash: 'phone-b' },
      ...was.map((one) => ({ known: [one] })),
    ])
      for (const over of [{}, { verified: false }, { ended: true }])
        expect(judged(link({ ...same, ...over }))).toBe('person_barred')
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
