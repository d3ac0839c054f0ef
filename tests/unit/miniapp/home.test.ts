/** What the card 接下来 says. */
import type { CaseSummary } from '@linli/contracts/cases'
import { expect, test } from 'vitest'
import { elderSentence, nextPlace, nextWords } from '../../../miniapp/src/features/home/words'

/** Monday 23 November 2026, 10:12 in Shanghai. */
const now = Date.parse('2026-11-23T02:12:00Z')
const one: CaseSummary = {
  id: '00000000-0000-4000-8000-000000000001',
  number: 'CD-261123-000001',
  type: 'booking',
  state: 'confirmed',
  community: '532301101001',
  communityName: '东兴社区',
  waitingFor: 'nobody',
  dueAt: null,
  overdue: false,
  escalated: false,
  createdAt: '2026-11-23T02:00:00Z',
  heldUntil: null,
  booking: null,
  enrolment: null,
  followUp: null,
}

test('of a room: when, which and where', () => {
  const booking = {
    roomId: one.id,
    roomName: '三楼多功能厅',
    facilityName: '党群服务中心',
    startsAt: '2026-11-23T06:00:00Z',
    endsAt: '2026-11-23T08:00:00Z',
    purpose: 'training',
    attendees: 5,
  }
  expect(nextWords({ ...one, booking }, now)).toEqual({
    when: '今天 14:00–16:00',
    what: '三楼多功能厅',
    where: '东兴社区 · 党群服务中心',
  })
})

test('of what was put right after a bad grade: that its rater is asked, and about what', () => {
  const followUp = { ratedId: one.id, title: '三楼多功能厅', grade: 'dissatisfied' }
  const asked = { ...one, type: 'follow_up', state: 'verdict', waitingFor: 'party', followUp } as const
  expect(nextWords(asked, now)).toEqual({
    when: '整改好了，等您看看满不满意',
    what: '您对三楼多功能厅的评价',
    where: '东兴社区',
  })
})

test('of care that has begun: that it has, and the way to the child’s day', () => {
  const enrolment = {
    programmeId: one.id,
    programmeName: '课后托管',
    childId: '00000000-0000-4000-8000-000000000002',
    nickname: '小雨',
    startsOn: '2026-09-01',
    endsOn: '2027-01-20',
    startsAt: '2026-11-23T02:12:00Z',
    drawNumber: null,
  }
  const care = { ...one, type: 'enrolment', enrolment } as const
  expect(nextWords(care, now).when).toBe('今天的托管已经开始')
  expect(elderSentence(care, null, now)).toContain('今天的托管已经开始')
  expect(nextPlace(care, now)).toContain(enrolment.childId)
  expect(nextWords(care, now - 60_000).when).toBe('今天 10:12')
  expect(nextPlace(care, now - 60_000)).toContain(one.id)
  const waiting = { ...care, state: 'waiting' } as const
  expect(nextPlace(waiting, now)).toContain(one.id)
})
