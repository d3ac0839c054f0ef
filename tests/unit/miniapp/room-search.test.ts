/** What the search for rooms asks, draws and says. */
import { expect, test } from 'vitest'
import { metresBetween } from '../../../bff/contracts/src/distance'
import type { FoundRoom } from '../../../bff/contracts/src/room-search'
import { distanceWords } from '../../../miniapp/src/features/rooms/distance'
import { factsOf, leftWords, nextStep, whenWords } from '../../../miniapp/src/features/rooms/found-words'
import { askedSpan } from '../../../miniapp/src/features/rooms/free-spans'
import { freeGradient, spanStyle } from '../../../miniapp/src/shared/ui/free-spans'
import { gcj02, markerLink } from '../../../miniapp/src/shared/device/map-position'
import { openQuestion, toQuery, widened } from '../../../miniapp/src/features/rooms/question'

const now = Date.parse('2026-12-01T01:40:00Z')
const day = '2026-12-02'
const hours = { from: '14:00', to: '16:00' }
const asked = { ...openQuestion, day, hours }
const found = (more: Partial<FoundRoom>): FoundRoom => ({
  ...{
    id: 'r',
    name: '居民议事室',
    kind: 'meeting',
    floor: '二楼',
    price: null,
    position: null,
    photo: null,
  },
  ...{ facilityName: '党群服务中心', facilityKind: 'party_service_centre', community: '532301101001' },
  ...{ communityName: '东兴社区', nearness: 0, capacity: 29, areaSquareMetres: 40, stepFree: true },
  ...{ equipment: [], purposes: [], approval: 'staff', left: 'free', freeMinutes: 270, notThen: null },
  ...{ fit: 'fits', free: [], earliest: '2026-12-02T00:00:00.000Z', ...more },
})

test('the hours that are free are said first, then how they are confirmed', () => {
  expect(whenWords(found({}), asked, now)).toBe('14:00–16:00 空着 · 社区答复')
  expect(factsOf(found({}), asked, now)).toEqual(['可容 29 人', '无台阶', '免费', '最早 明天 08:00'])
})

test('without hours, from when on and how much of the day', () => {
  expect(whenWords(found({}), { ...asked, hours: null }, now)).toBe('最早 明天 08:00 · 空 4 个半小时')
})

test('another time is said with the earliest, why, and what can be done', () => {
  const later = { fit: 'later' as const, earliest: '2026-12-04T00:00:00.000Z' }
  expect(whenWords(found({ ...later, notThen: 'taken' }), asked, now)).toBe(
    '最早 周五 12月4日 08:00 · 也可以排队',
  )
  expect(whenWords(found({ ...later, notThen: 'closed', approval: 'automatic' }), asked, now)).toBe(
    '临时关闭，最早 周五 12月4日 08:00 · 马上确认',
  )
  expect(whenWords(found({ fit: 'none', earliest: null, notThen: 'shut' }), asked, now)).toBe('两周里没有空')
})

test('a room that fits goes on with the asked hours, another with its earliest day', () => {
  expect(nextStep(found({}), asked, day)).toEqual({
    day,
    from: '2026-12-02T06:00:00.000Z',
    to: '2026-12-02T08:00:00.000Z',
  })
  expect(nextStep(found({ fit: 'later', earliest: '2026-12-04T00:00:00.000Z' }), asked, day)).toEqual({
    day: '2026-12-04',
  })
})

test('what is left out is counted; to widen keeps the day and the hours', () => {
  const none = { small: 0, steps: 0, equipment: 0, purpose: 0 }
  expect(leftWords(none, asked)).toBeNull()
  expect(leftWords({ ...none, small: 1, steps: 4 }, { ...asked, people: 20 })).toBe(
    '坐不下 20 人的 1 处、有台阶的 4 处没有列出',
  )
  expect(widened({ ...asked, people: 20, stepFree: true })).toEqual(asked)
})

test('nothing is asked that nobody said', () => {
  expect(JSON.stringify(toQuery(openQuestion))).toBe('{}')
  expect(toQuery({ ...asked, people: 20, equipment: ['projector', 'sound'] })).toMatchObject({
    ...{ day, from: '14:00', to: '16:00', people: '20', equipment: 'projector,sound' },
  })
})

test('a bar is 08 to 21, and what lies outside is cut', () => {
  expect(spanStyle([480, 1260])).toEqual({ left: '0%', width: '100%' })
  expect(spanStyle([360, 480])).toEqual({ left: '0%', width: '0%' })
  expect(spanStyle([870, 1440])).toEqual({ left: '50%', width: '50%' })
  expect(freeGradient([[480, 870]])).toContain('var(--free) 0%,var(--free) 50%,transparent 50%')
  expect(askedSpan(hours)).toEqual([840, 960])
  expect(askedSpan(null)).toBeNull()
})

test('distances are as exact as a straight line can be', () => {
  expect([20, 410, 960, 1_240, 12_400].map(distanceWords)).toEqual([
    ...['约 50 米', '约 400 米', '1.0 公里', '1.2 公里', '12 公里'],
  ])
  const [a, b] = [
    { longitude: 101.545, latitude: 25.045 },
    { longitude: 101.555, latitude: 25.045 },
  ]
  expect(Math.round(metresBetween(a, b))).toBe(1007)
  expect(metresBetween(a, a)).toBe(0)
})

test('a map in China is given its own positions', () => {
  // Beijing, 天安门: the shift of GCJ-02 is published in many places, about 540 m to the east and north.
  const shifted = gcj02({ longitude: 116.391_349, latitude: 39.907_375 })
  expect(shifted.longitude).toBeCloseTo(116.397_591, 4)
  expect(shifted.latitude).toBeCloseTo(39.908_777, 4)
  const place = { position: { longitude: 101.545, latitude: 25.045 }, name: '党群 中心', address: '' }
  expect(markerLink(place)).toMatch(
    /^https:\/\/uri\.amap\.com\/marker\?position=101\.54\d+,25\.04\d+&name=%E5%85%9A%E7%BE%A4%20%E4%B8%AD%E5%BF%83&coordinate=gaode$/,
  )
})
