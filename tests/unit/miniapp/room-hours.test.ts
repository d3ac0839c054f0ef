/** When a room is open, in a sentence: what is usual, and the parts of the year that have hours of their own. */
import { expect, test } from 'vitest'
import { openWords } from '../../../miniapp/src/features/rooms/words'

const week = (from: string, to: string, days = [1, 2, 3, 4, 5, 6, 7]) =>
  days.map((weekday) => ({ weekday, from, to }))

test('every week, where there are no seasons', () => {
  expect(openWords({ openings: week('09:00', '21:00'), seasons: [] })).toBe('每天 09:00–21:00')
})

test('seasons are said with their days', () => {
  const summer = { name: '暑假', from: '07-01', to: '08-31', openings: week('08:00', '22:00', [1, 2, 3]) }
  const winter = { name: '寒假', from: '01-20', to: '02-20', openings: [] }
  expect(openWords({ openings: week('09:00', '21:00'), seasons: [summer, winter] })).toBe(
    '平时每天 09:00–21:00；暑假（每年 7月1日至8月31日）周一至周三 08:00–22:00；寒假（每年 1月20日至2月20日）不开放',
  )
})

test('one that is open in a season alone', () => {
  const summer = { name: '夏天', from: '06-01', to: '09-30', openings: week('18:00', '22:00') }
  expect(openWords({ openings: [], seasons: [summer] })).toBe(
    '平时不开放；夏天（每年 6月1日至9月30日）每天 18:00–22:00',
  )
})
