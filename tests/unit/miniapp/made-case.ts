import type { BookingCase } from '@linli/contracts/booking-case'
import type { CaseBase } from '@linli/contracts/case-base'
import type { EnrolmentCase } from '@linli/contracts/enrolment-case'
import type { FollowUpCase } from '@linli/contracts/follow-up-case'
import { faces } from '../../../miniapp/src/faces'
import { knowFaces } from '../../../miniapp/src/shared/cases/faces'

// As the app does when it starts.
knowFaces(faces)

/** Monday 23 November 2026, 10:12 in Shanghai. */
export const now = Date.parse('2026-11-23T02:12:00Z')
export const id = '00000000-0000-4000-8000-000000000001'
export const childId = '00000000-0000-4000-8000-000000000002'

export const base: CaseBase = {
  id,
  number: 'CD-261123-000001',
  community: '532301101001',
  communityName: '东兴社区',
  title: '三楼多功能厅',
  startsAt: null,
  endsAt: null,
  waitingFor: 'nobody',
  dueAt: null,
  overdue: false,
  escalated: false,
  createdAt: '2026-11-23T02:00:00Z',
  lapsesAt: null,
  childId: null,
  nickname: null,
}

export const booking: BookingCase = {
  ...base,
  type: 'booking',
  state: 'confirmed',
  startsAt: '2026-11-23T06:00:00Z',
  endsAt: '2026-11-23T08:00:00Z',
  facts: {
    roomId: id,
    roomKind: 'hall',
    floor: '三楼',
    facilityName: '党群服务中心',
    purpose: 'training',
    attendees: 5,
    replacesCaseId: null,
    series: null,
    checkedInAt: null,
  },
}

export const enrolment: EnrolmentCase = {
  ...base,
  type: 'enrolment',
  state: 'confirmed',
  title: '课后托管',
  childId,
  nickname: '小雨',
  startsAt: '2026-11-23T02:12:00Z',
  endsAt: '2027-01-20T10:00:00Z',
  facts: { programmeId: id, startsOn: '2026-09-01', endsOn: '2027-01-20', drawNumber: null },
}

export const followUp: FollowUpCase = {
  ...base,
  number: 'PJ-261123-000007',
  type: 'follow_up',
  state: 'contacting',
  waitingFor: 'staff',
  dueAt: '2026-11-24T02:12:00Z',
  startsAt: '2026-11-23T02:12:00Z',
  endsAt: '2026-12-08T02:12:00Z',
  facts: { ratedId: id, grade: 'dissatisfied', confidential: false },
}

/** What the page of a case knows beside. */
export const detail = {
  readAs: 'party',
  timeline: [],
  can: [],
  canReadContact: false,
  undoUntil: null,
  communityPhone: null,
  rating: null,
} as const
