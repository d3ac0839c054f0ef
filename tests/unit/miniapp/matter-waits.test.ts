/** What of a matter waits for its person, said first; and one's own are told apart by their days. */
import type { Appointment, Referral, Thread } from '@linli/contracts/consultation-thread'
import { expect, test } from 'vitest'
import { consultationFace } from '../../../miniapp/src/features/consultations/face'
import { waitsFor } from '../../../miniapp/src/features/consultations/waits'

const now = Date.parse('2026-11-30T02:00:00Z')

const time = (state: Appointment['state'], hour: number) =>
  ({ state, startsAt: `2026-11-30T0${hour}:00:00Z`, endsAt: `2026-11-30T0${hour}:30:00Z` }) as Appointment
const referral = (state: Referral['state']) => ({ state }) as Referral

const waits = (appointments: Appointment[], referrals: Referral[] = []) =>
  waitsFor({ appointments, referrals } as unknown as Thread, now)

test('times to choose from wait for a decision until one is taken; what is over waits for nobody', () => {
  expect(waits([])).toBeNull()
  expect(waits([time('offered', 3), time('offered', 5)])).toBe('time')
  expect(waits([time('taken', 3), time('offered', 5)])).toBeNull()
  expect(waits([time('offered', 1)])).toBeNull()
  // A meeting that is over does not keep the next one from being chosen.
  expect(waits([time('taken', 1), time('offered', 5)])).toBe('time')
})

test('a referral waits while it is proposed', () => {
  expect(waits([], [referral('proposed')])).toBe('referral')
  for (const state of ['sent', 'acknowledged', 'declined', 'returned', 'withdrawn'] as const)
    expect(waits([], [referral(state)])).toBeNull()
})

test('matters of one title are told apart by when they were filed, as in Shanghai, and by no number', () => {
  const one = { number: 'BJ-261127-000001', createdAt: '2026-11-26T16:30:00Z' }
  const { row } = consultationFace
  const filedAt = Date.parse('2026-11-27T01:00:00Z')
  expect(row(one as Parameters<typeof row>[0], filedAt)).toMatchObject({
    first: '一件办件',
    second: '今天 00:30 提交',
  })
})
