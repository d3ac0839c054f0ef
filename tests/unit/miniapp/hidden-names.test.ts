/** What staff type to hide names in words that pass, and what is read then. */
import { expect, test } from 'vitest'
import { withHidden } from '../../../bff/contracts/src/rating-texts'
import { hideFault, piecesOf } from '../../../miniapp/src/features/rating-texts/words'

test('pieces are typed one after another, whatever stands between, each once', () => {
  expect(piecesOf('')).toEqual([])
  expect(piecesOf(' 王强、李芳，王强  张丽华 ')).toEqual(['王强', '李芳', '张丽华'])
})

test('the longest goes first, and nothing is looked for in what hides it', () => {
  expect(withHidden('王强和王', ['王', '王强', '某'])).toBe('某某和某某')
  expect(withHidden('a.b 花100元', ['.', '100'])).toBe('a某某b 花某某元')
  expect(withHidden('没有', [])).toBe('没有')
})

test('what is not in the words, too long or too many cannot be hidden', () => {
  expect(hideFault('找王强开门', ['王强'])).toBeNull()
  expect(hideFault('找王强开门', ['王强', '王刚'])).toBe('上面的话里没有“王刚”')
  expect(hideFault('找王强开门', ['找王强开门找王强开门找'])).toBe('每个最多 10 个字')
  expect(hideFault('找王强开门', ['找', '王', '强', '开', '门', '找王'])).toBe('最多隐去 5 个')
})
