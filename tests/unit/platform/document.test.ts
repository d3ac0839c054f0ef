import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageOfDocument, pairsOf } from '../../../bff/src/platform/document'
import { hostileText } from '../../support/arbitraries'

/** Tags of a page, with what stands inside of them. */
const tags = (page: string): string[] => [...page.matchAll(/<[^>]*>/g)].map(([tag]) => tag)

test('whatever is said in a page, its tags are those of a page of which nothing is said', () => {
  const pageOf = (label: string, value: string) =>
    pageOfDocument({
      title: '资料',
      intro: [value],
      sections: [{ title: label, help: value, rows: [[[label, value]]] }],
    })
  const plain = tags(pageOf('x', 'x'))
  const nasty = fc.oneof(
    hostileText,
    fc.constantFrom('</style><script>alert(1)</script>', '<!--', ']]>', '&lt;', `" onload="x`, '\u202e<b>'),
  )
  fc.assert(
    fc.property(nasty, nasty, (label, value) => {
      const page = pageOf(label, value)
      expect(tags(page)).toEqual(plain)
      expect(page).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/)
    }),
  )
})

test('days and instants are said in Shanghai, choices in words, and nothing is said of what is not there', () => {
  const labels = {
    at: '时间',
    day: '日期',
    kind: ['种类', { a_b: '甲' }],
    yes: '同意',
    none: '没有',
    some: '几项',
  } as const
  const record = {
    at: '2026-11-23T20:30:00Z',
    day: '2026-11-03',
    kind: 'a_b',
    yes: true,
    none: null,
    some: ['x', 'y'],
  }
  expect(pairsOf(record, labels)).toEqual([
    ['时间', '2026年11月24日 04:30'],
    ['日期', '2026年11月3日'],
    ['种类', '甲'],
    ['同意', '是'],
    ['几项', 'x、y'],
  ])
})
