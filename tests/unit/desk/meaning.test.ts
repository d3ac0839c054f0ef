/** One field means one thing at a time: a telephone, a day, a number, or words. */
import { describe, expect, test } from 'vitest'
import { meaningOf } from '../../../bff/src/modules/desk/rules'

const today = '2026-11-30'
const nothing = { number: null, phone: null, day: null, words: null }

describe('words that were typed', () => {
  test.each([
    ['13812345678', { phone: '13812345678' }],
    ['+86 138-1234-5678', { phone: '13812345678' }],
    ['１３８１２３４５６７８', { phone: '13812345678' }],
    ['CD-261123-000427', { number: 'CD261123000427' }],
    ['cd 261123 000427', { number: 'CD261123000427' }],
    ['000427', { number: '000427' }],
    ['0427', { number: '0427' }],
    ['427', { number: '000427' }],
    ['７', { number: '000007' }],
    ['261123-000427', { number: '261123000427' }],
    ['今天', { day: '2026-11-30' }],
    ['昨天', { day: '2026-11-29' }],
    ['周一', { day: '2026-11-30' }],
    ['星期三', { day: '2026-12-02' }],
    ['周日', { day: '2026-12-06' }],
    ['下周一', { day: '2026-12-07' }],
    ['12月3日', { day: '2026-12-03' }],
    ['12 月 3 号', { day: '2026-12-03' }],
    ['12/3', { day: '2026-12-03' }],
    ['1月5日', { day: '2027-01-05' }],
    ['2026-12-03', { day: '2026-12-03' }],
    ['2026年12月3日', { day: '2026-12-03' }],
    ['多功能厅', { words: '多功能厅' }],
    [' 杨会琼 ', { words: '杨会琼' }],
    ['13月3日', { words: '13月3日' }],
    ['1999-12-03', { number: '19991203' }],
    ['厅', {}],
  ])('%s', (typed, meaning) => {
    expect(meaningOf(typed, today)).toEqual({ ...nothing, ...meaning })
  })

  test('a day that only some years have is the nearest that is there', () => {
    expect(meaningOf('2月29日', '2028-01-10').day).toBe('2028-02-29')
    expect(meaningOf('2月29日', '2026-01-10')).toEqual({ ...nothing, words: '2月29日' })
  })
})
