/** What the card 接下来 says. */
import type { CaseSummary } from '@linli/contracts/cases'
import { expect, test } from 'vitest'
import { nextWords } from '../../../miniapp/src/features/home/words'

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
