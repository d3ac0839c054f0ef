/** What a registration says to whom it belongs, and to staff. */
import type { CaseEvent } from '@linli/contracts/case-base'
import type { VolunteerDetail } from '@linli/contracts/volunteer-case'
import { expect, test } from 'vitest'
import { volunteerFace } from '../../../miniapp/src/features/volunteers/face'
import { paperWords } from '../../../miniapp/src/features/volunteers/paper-words'
import { base, detail } from '../miniapp/made-case'

const dueAt = '2026-11-26T02:12:00Z'
const now = Date.parse('2026-11-23T02:12:00Z')
const standing = (over: object) =>
  ({ ...base, ...detail, type: 'volunteer', ...over }) as unknown as VolunteerDetail

test('by when the community looks is said until it is late', () => {
  const asked = { state: 'asked', dueAt, overdue: false }
  expect(volunteerFace.next(standing(asked), now)).toContain('周四 11月26日 10:12')
  expect(volunteerFace.next(standing({ ...asked, overdue: true }), now)).toContain('打电话催')
  expect(volunteerFace.next(standing({ state: 'verified', dueAt: null }), now)).toBe('您是志愿者了，谢谢您。')
})

test.each([
  ['verify', 'party', '社区 杨春梅 核实了'],
  ['leave', 'party', '退出了志愿服务'],
  ['leave', 'staff', '退出了志愿服务'],
  ['add_paper', 'staff', '社区 杨春梅 登记了证件'],
] as const)('%s to the %s', (action, reader, words) => {
  const event = { action, from: 'asked', to: 'verified', side: 'staff', by: '杨春梅' } as CaseEvent
  expect(volunteerFace.event(event, reader)).toBe(words)
})

test('a paper counts on its last day', () => {
  const paper = { id: '', kind: 'driving', validUntil: '2026-11-23' } as const
  expect(paperWords(paper, now)).toBe('驾驶证，到2026年11月23日')
  expect(paperWords(paper, Date.parse('2026-11-23T16:00:00Z'))).toBe('驾驶证，已过期')
})
