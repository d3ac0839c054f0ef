/** What a signup says to whoever stands by it, and how it reads before, while and after. */
import type { SignupDetail } from '@linli/contracts/signup-case'
import { expect, test } from 'vitest'
import { signupFace } from '../../../miniapp/src/features/signups/face'
import { base, detail } from '../miniapp/made-case'

const startsAt = '2026-11-25T06:00:00Z'
const endsAt = '2026-11-25T08:00:00Z'
const before = Date.parse('2026-11-24T02:00:00Z')
const facts = {
  ...{ taskId: base.id, startsAt, place: '社区服务中心一楼', twoPeople: false, bothStand: true },
  ...{ cameAt: null, leftAt: null, proposed: null, halves: null },
}

const made = (part: object, of: object = {}) =>
  ({
    ...{ ...base, ...detail, type: 'signup', title: '陪看病取药', startsAt, endsAt },
    ...{ state: 'confirmed', ...part, facts: { ...facts, ...of } },
  }) as unknown as SignupDetail
const next = (part: object, of: object = {}, at = before): string => signupFace.next(made(part, of), at)
const ended = (action: string, note: string | null = null) => ({
  state: 'cancelled',
  timeline: [{ at: startsAt, action, from: 'confirmed', to: 'cancelled', side: 'staff', by: '王晓', note }],
})

test('whoever stands by it reads when to be there, until it is over', () => {
  expect(next({})).toBe('明天下午 2 点，请准时到。来不了请早点说。')
  expect(next({}, {}, Date.parse(startsAt))).toBe('任务进行中，辛苦了。')
  expect(next({}, {}, Date.parse(endsAt))).toBe('任务结束了，等社区确认时长。')
})

test('of two who go to a home together, one alone reads that the other is missing', () => {
  const home = { place: null, twoPeople: true }
  expect(next({}, { ...home, bothStand: false })).toMatch('还差一位')
  expect(next({}, { ...home, bothStand: true })).toMatch('请准时到')
})

test('hours are said as one says them, and by when they are confirmed', () => {
  expect(next({ state: 'review', dueAt: '2026-12-09T10:00:00Z' })).toBe(
    '社区最迟周三 12月9日 18:00 前确认时长。',
  )
  expect(next({ state: 'review', dueAt: startsAt, overdue: true })).toMatch('打电话催')
  expect(next({ state: 'completed' }, { halves: 3 })).toBe('记了 1.5 小时，谢谢您。')
  expect(next({ state: 'completed' }, { halves: 4 })).toBe('记了 2 小时，谢谢您。')
})

test.each([
  ['withdraw', null, '已退出，名额空出来了。'],
  ['call_off', null, '任务取消了，不用来了。'],
  ['unfit', null, '您现在不符合任务的要求，名额让出了。'],
  ['moved_off', null, '任务改了时间，您那时来不了，名额让出了。'],
  ['cancel', '人手有变化', '社区取消了：人手有变化'],
  ['leave', null, '您已退出排队。'],
])('over by %s', (action, note, words) => {
  expect(next(ended(action, note))).toBe(words)
})

test('what is over keeps its day in every row', () => {
  const one = made({ state: 'review', startsAt: null })
  expect(signupFace.when(one, before)).toBe('明天 14:00–16:00')
  expect(signupFace.row(one, before).second).toContain('14:00–16:00')
  expect(signupFace.deskRow(one, before).second).toContain('明天 14:00–16:00')
})

test('the next task on the home page: when, what and where; a home is not said', () => {
  expect(signupFace.home(made({}), before)).toMatchObject({
    when: '明天 14:00–16:00',
    what: '陪看病取药',
    where: '社区服务中心一楼',
  })
  expect(signupFace.home(made({}, { place: null }), before).where).toBe('上门，点开看地址')
  expect(signupFace.home(made({}), before).spoken(null)).toBe(
    '明天下午 2 点，到社区服务中心一楼，陪看病取药。',
  )
})
