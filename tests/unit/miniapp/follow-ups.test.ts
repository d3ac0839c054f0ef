/** The follow-up desk: every button of the table has words, and what staff read says due time, turn and reasons. */
import { type FollowUpSummary } from '@linli/contracts/follow-ups'
import { followUpTransitions } from '@linli/contracts/follow-up-case'
import { expect, test } from 'vitest'
import { standsBy, stepsOf, turnOf } from '../../../miniapp/src/features/follow-ups/steps'
import { roleText, stepText } from '../../../miniapp/src/features/follow-ups/confidential-text'
import { type StepText, followUpText } from '../../../miniapp/src/features/follow-ups/text'
import {
  aboutLine,
  dueLine,
  noTextWords,
  reasonsLine,
  stepsOfTimeline,
  stopWords,
} from '../../../miniapp/src/features/follow-ups/words'
import './made-case'

const now = Date.parse('2026-11-25T02:00:00Z')
const one: FollowUpSummary = {
  id: 'follow-up',
  number: 'PJ-261125-000007',
  readAs: 'handler',
  state: 'contacting',
  service: 'booking',
  about: '居民议事室',
  community: '532301100001',
  communityName: '东兴社区',
  handledBy: '鹿城镇',
  grade: 'dissatisfied',
  reasons: ['door_closed', 'dirty'],
  openedAt: '2026-11-25T01:00:00Z',
  dueAt: '2026-11-25T04:00:00Z',
  byDay: false,
  overdue: false,
  escalations: 0,
  stopAt: '2026-12-16T09:00:00Z',
  appealed: false,
  confidential: false,
}

test('it says which room or class it is about, where the reader is told', () => {
  expect(aboutLine(one)).toBe('场地预订 · 居民议事室')
  expect(aboutLine({ ...one, service: 'enrolment', about: null })).toBe('课后托管')
})

test('every step of staff in the table has a button, and only those', () => {
  const staff = [...new Set(followUpTransitions.filter((t) => t.side === 'staff').map((t) => t.action))]
  expect(stepsOf(staff).sort()).toEqual([...staff].sort())
  for (const step of stepsOf(staff)) expect(followUpText.step[step].button).not.toBe('')
  expect(stepsOf(['approve', 'object', 'disclose', 'supplement', 'escalate'])).toEqual([])
})

test('every sheet but the unit’s own says that its words are masked, and that the unit reads them', () => {
  for (const [step, words] of Object.entries(followUpText.step)) {
    const { does, help = '' }: StepText = words
    const own = step === 'rectify' || step === 'appeal'
    expect([step, does.includes('姓名、号码和具体日期会自动隐去')]).toEqual([step, !own])
    if (!own) expect(help + does).toMatch(/双方都会看到|没有公开时，被评单位看不到/)
  }
})

test('who notes a call is told that the rater reads it word for word', () => {
  for (const step of ['attempt', 'tell'] as const)
    expect(followUpText.step[step].does).toContain('评价人会看到这段话的全文')
})

test('nobody is said to have written nothing by who does not read every text', () => {
  expect((['unit', 'observer', 'handler', 'reviewer', 'rater'] as const).map(noTextWords)).toEqual([
    '没有可看的话',
    '您只看进度，看不到写的话。',
    '没有写',
    '没有写',
    '没有写',
  ])
})

test('the usual step comes first', () => {
  expect(stepsOf(['attempt', 'contact'])[0]).toBe('contact')
  expect(stepsOf(['extend', 'appeal', 'rectify'])[0]).toBe('rectify')
})

test('a review stands by the rating or by the result, or does not; other steps are no review', () => {
  expect((['uphold', 'conclude', 'overturn', 'again', 'tell'] as const).map(standsBy)).toEqual([
    true,
    true,
    false,
    false,
    null,
  ])
})

test('the due time says what is due, and how far up it went', () => {
  expect(dueLine(one, now)).toBe('联系还有 2 小时')
  expect(dueLine({ ...one, state: 'rectifying', escalations: 1 }, now)).toBe('整改还有 2 小时 · 已报上一级')
  expect(dueLine({ ...one, dueAt: null }, now)).toBeNull()
})

test('where the reader is told days only, no hour is said, and late is the service’s answer', () => {
  const days = {
    ...one,
    byDay: true,
    state: 'rectifying',
    dueAt: '2026-11-24T16:00:00Z',
    stopAt: '2026-12-15T16:00:00Z',
  } as const
  expect(dueLine(days, now)).toBe('整改今天内')
  expect(dueLine({ ...days, dueAt: '2026-12-01T16:00:00Z' }, now)).toBe('整改周三 12月2日 前')
  expect(dueLine({ ...days, overdue: true }, now)).toBe('整改已超期')
  expect(stopWords(days, now)).toBe('周三 12月16日')
  expect(stopWords(one, now)).toBe('周三 12月16日 17:00')
  const event = {
    from: null,
    to: 'contacting',
    side: 'party',
    by: null,
    note: null,
  } as const
  const timeline = [
    { ...event, at: '2026-11-23T16:00:00Z', action: 'request' },
    { ...event, at: '2026-11-25T01:30:00Z', action: 'contact', side: 'staff' },
    { ...event, at: '2026-11-24T16:00:00Z', action: 'escalate', side: 'system' },
    { ...event, at: '2026-11-24T16:00:00Z', action: 'approve' },
  ] as const
  expect(stepsOfTimeline({ timeline: [...timeline], byDay: true }, now).map(({ when }) => when)).toEqual([
    '昨天',
    '今天 09:30',
    '今天',
    '今天',
  ])
})

test('reasons are words, and none is said too', () => {
  expect(reasonsLine(one.reasons)).toBe('没人开门、不干净')
  expect(reasonsLine([])).toBe('未选原因')
})

test('whose turn it is depends on the state and on who reads', () => {
  expect(turnOf({ state: 'contacting', readAs: 'handler' })).toBe('mine')
  expect(turnOf({ state: 'contacting', readAs: 'unit' })).toBe('handler')
  expect(turnOf({ state: 'rectifying', readAs: 'unit' })).toBe('mine')
  expect(turnOf({ state: 'reviewing', readAs: 'handler' })).toBe('reviewer')
  expect(turnOf({ state: 'verdict', readAs: 'handler' })).toBe('rater')
  expect(turnOf({ state: 'closed', readAs: 'observer' })).toBe('over')
})

test('where nobody may be called, the desk neither asks to call nor to ask who it is', () => {
  const quiet = { readAs: 'handler', confidential: true, canReadContact: false } as const
  expect(roleText(quiet)).toContain('没有同意打电话')
  expect(stepText('tell', quiet).title).not.toContain('回访')
  expect(stepText('tell', { ...quiet, canReadContact: true }).title).toContain('回访')
  expect(roleText({ ...quiet, confidential: false })).toContain('联系评价人')
})
