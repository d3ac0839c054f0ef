import { expect, test } from 'vitest'
import { emptyDay } from '../../../miniapp/src/features/care/empty-day'

test('before the next list of today: when the session is, and from when its children can be seen', () => {
  expect(emptyDay({ nextAt: '2026-11-22T23:30:00.000Z' })).toEqual({
    title: '今天 08:00 有您的班',
    help: '07:30 起可以看名单，到时会自动出现。',
  })
})

test('after the last one', () => {
  expect(emptyDay({ nextAt: null }).title).toBe('今天的班已经结束')
})
