/** What staff type to hide names in words that pass, what is read then, and how their writer is shown it. */
import { expect, test } from 'vitest'
import { withHidden } from '../../../bff/contracts/src/rating-texts'
import { hideFault, piecesOf } from '../../../miniapp/src/features/rating-texts/words'
import { shownWords, supplementShownWords } from '../../../miniapp/src/features/ratings/words'

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

test('what others read is said where it is not what was written, with who reads it', () => {
  const passed = { publish: true, textState: 'passed', shown: '找某某' } as const
  expect(shownWords({ ...passed, shown: null })).toBeNull()
  expect(shownWords(passed)).toBe('大家看到的：找某某')
  expect(shownWords({ ...passed, publish: false })).toBe('办事的单位看到的：找某某')
  const at = '2026-11-23T02:00:00Z'
  const supplement = { text: '李芳', shown: '某某', at, state: 'passed', refusal: null } as const
  expect(supplementShownWords({ ...passed, supplement: null })).toBeNull()
  expect(supplementShownWords({ ...passed, supplement: { ...supplement, shown: null } })).toBeNull()
  expect(supplementShownWords({ ...passed, supplement })).toBe('大家看到的：某某')
  // A text that does not pass keeps its 追评 from the public.
  expect(supplementShownWords({ ...passed, textState: 'refused', supplement })).toBe('办事的单位看到的：某某')
})
