/** What a need says to whom it belongs while somebody is there, and when nobody can come. */
import type { CaseEvent } from '@linli/contracts/case-base'
import type { NeedDetail } from '@linli/contracts/need-case'
import { expect, test } from 'vitest'
import { needFace } from '../../../miniapp/src/features/needs/face'
import { base, detail } from '../miniapp/made-case'

const comesAt = '2026-11-24T02:00:00Z'
const leavesAt = '2026-11-24T03:00:00Z'
const arranged = {
  ...base,
  ...detail,
  type: 'need',
  state: 'arranged',
  facts: {
    ...{ help: 'meal', day: null, part: 'any', wish: '送饭', place: null },
    ...{ helper: '志愿者小赵', comesAt, leavesAt },
  },
} as unknown as NeedDetail
const nextAt = (at: string): string => needFace.next(arranged, Date.parse(at))

test('who comes is said until the visit is over, not only until it begins', () => {
  expect(nextAt('2026-11-24T01:59:00Z')).toBe('志愿者小赵 今天 10:00–11:00 来帮您。')
  expect(nextAt('2026-11-24T02:05:00Z')).toBe('志愿者小赵 今天 10:00–11:00 来帮您。帮完请在下面说一声。')
  expect(nextAt('2026-11-24T03:05:00Z')).toBe('帮到了吗？请在下面说一声。')
})

test.each(['party', 'staff'] as const)('that nobody can come is not told to the %s as a no', (reader) => {
  const refused: CaseEvent = {
    ...{ at: base.createdAt, action: 'refuse', from: 'open', to: 'refused' },
    side: 'staff',
    by: '王晓',
    note: null,
  }
  expect(needFace.event(refused, reader)).toMatch(/王晓 说这次帮不了$/)
})
