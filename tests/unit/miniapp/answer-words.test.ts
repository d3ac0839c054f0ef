/** What is said of an answer before a request is made: never more than somebody can keep. */
import { expect, test } from 'vitest'
import { promiseWords } from '../../../miniapp/src/features/rooms/words'
import { answerFit, answerWords } from '../../../miniapp/src/shared/slots/answer-words'
import { hoursWords } from '../../../miniapp/src/shared/time/time-words'

const at = (time: string) => `2026-11-${time}:00+08:00`
const sunday = Date.parse(at('29T20:00'))
const room = {
  approval: 'staff' as const,
  answer: { worksFrom: at('30T08:30'), by: at('30T14:30') },
}

test('where nobody works before the use begins, that is said, and no time is promised', () => {
  const words = answerWords(room, at('30T08:00'), sunday)
  expect(answerFit(room, at('30T08:00'), sunday)).toBe('nobody')
  expect(words).toContain('明天 08:30 才上班')
  expect(words).not.toContain('前答复')
})

test('where the use begins before the answer is due, both are said', () => {
  const words = answerWords(room, at('30T10:00'), sunday)
  expect(answerFit(room, at('30T10:00'), sunday)).toBe('tight')
  expect(words).toContain('明天 08:30 上班后处理')
  expect(words).toContain('最迟明天 14:30 前答复')
})

test('where the hours are chosen the same is said in short, also in the minute in which work begins', () => {
  expect(promiseWords(room, at('30T08:30'), sunday)).toBe('社区明天 08:30 才上班，这个时间之前没有人能答复')
  expect(promiseWords(room, at('30T10:00'), sunday)).toBe('明天 14:30 前答复，可能晚于您要用的时间')
  expect(promiseWords(room, at('30T14:30'), sunday)).toBe('明天 14:30 前答复，确认后告诉您谁来开门')
  expect(promiseWords({ ...room, approval: 'automatic' }, at('30T08:00'), sunday)).toContain('马上确认')
})

test('else it is the working time by which staff answer', () => {
  expect(answerWords(room, at('30T14:30'), sunday)).toContain('最迟明天 14:30 前答复')
  expect(answerFit(room, at('30T14:30'), sunday)).toBe('in-time')
})

test('an answer of hours ago, and a room that needs none, promise no time', () => {
  expect(answerWords(room, at('30T18:00'), Date.parse(at('30T15:00')))).not.toMatch(/\d/)
  expect(answerFit({ approval: 'automatic', answer: null }, at('30T08:00'), sunday)).toBe('automatic')
})

test('a length never reads as a time of day', () => {
  expect([30, 45, 60, 90, 120, 330].map(hoursWords)).toEqual([
    '半小时',
    '45 分钟',
    '1 小时',
    '1 个半小时',
    '2 小时',
    '5 个半小时',
  ])
})
