import { describe, expect, test } from 'vitest'
import { type PhaseFacts, phaseOf, placesLeft } from '../../../bff/src/modules/programmes/plan/phase'
import { spread } from '../../../bff/src/modules/programmes/roster/spread'

const programme = (over: Partial<PhaseFacts> = {}): PhaseFacts => ({
  state: 'published',
  mode: 'first_come',
  opensAt: new Date('2026-11-24T01:00:00Z'),
  closesAt: new Date('2026-12-01T01:00:00Z'),
  firstStartsAt: new Date('2026-12-07T08:00:00Z'),
  lastEndsAt: new Date('2026-12-18T10:00:00Z'),
  capacity: 2,
  taken: 0,
  ...over,
})

const at = (now: string, over: Partial<PhaseFacts> = {}): string => phaseOf(programme(over), new Date(now))

describe('the phase of a programme', () => {
  test('follows the clock, whatever the rows say', () => {
    expect(at('2026-11-24T00:59:59.999Z')).toBe('announced')
    expect(at('2026-11-24T01:00:00Z')).toBe('open')
    expect(at('2026-12-01T00:59:59.999Z')).toBe('open')
    expect(at('2026-12-01T01:00:00Z')).toBe('closed')
    expect(at('2026-12-07T08:00:00Z')).toBe('running')
    expect(at('2026-12-18T09:59:59Z')).toBe('running')
    expect(at('2026-12-18T10:00:00Z')).toBe('over')
  })

  test('is full when a line has begun, and never in a draw', () => {
    expect(at('2026-11-25T00:00:00Z', { taken: 2 })).toBe('full')
    expect(at('2026-11-25T00:00:00Z', { taken: 2, mode: 'draw' })).toBe('open')
    expect(at('2026-12-02T00:00:00Z', { taken: 2 })).toBe('closed')
  })

  test('follows what staff did', () => {
    expect(at('2026-11-25T00:00:00Z', { state: 'draft' })).toBe('draft')
    expect(at('2026-11-25T00:00:00Z', { state: 'closed' })).toBe('closed')
    expect(at('2026-12-02T00:00:00Z', { state: 'drawn', mode: 'draw' })).toBe('drawn')
    expect(at('2026-12-08T00:00:00Z', { state: 'drawn', mode: 'draw' })).toBe('running')
    expect(at('2026-12-20T00:00:00Z', { state: 'cancelled' })).toBe('cancelled')
  })
})

test('places are told of but while a draw decides', () => {
  expect(placesLeft(programme({ taken: 1 }))).toBe(1)
  expect(placesLeft(programme({ mode: 'draw' }))).toBeNull()
  expect(placesLeft(programme({ mode: 'draw', state: 'closed' }))).toBeNull()
  expect(placesLeft(programme({ mode: 'draw', state: 'drawn', taken: 2 }))).toBe(0)
})

test('children are spread over classes, the emptiest first', () => {
  expect(spread([0, 0, 0], 7)).toEqual([1, 2, 3, 1, 2, 3, 1])
  expect(spread([3, 1, 2], 4)).toEqual([2, 2, 3, 1])
  expect(spread([5], 2)).toEqual([1, 1])
})
