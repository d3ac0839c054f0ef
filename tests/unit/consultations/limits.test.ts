/** Limitation dates: counted as the civil code counts, from data that names its law; and words of danger. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { topic } from '../../../bff/contracts/src/consultation-thread'
import { soundsDangerous } from '../../../bff/contracts/src/danger-words'
import { legalLimits } from '../../../bff/contracts/src/legal-limits'
import { lastDay, limitsFor } from '../../../bff/contracts/src/limit-days'

const limit = (key: string) => {
  const found = legalLimits.find((one) => one.key === key)
  if (found === undefined) throw new Error(key)
  return found
}

describe('limits', () => {
  test('every one names its law, its article, since when, and is of a topic; every topic has one', () => {
    for (const one of legalLimits) {
      expect(one.article, one.key).toMatch(
        /^第[一二三四五六七八九十百千零]+条(、第[一二三四五六七八九十百千零]+条)*$/,
      )
      expect(one.inForceSince, one.key).toMatch(/^(19|20)\d\d-\d\d-\d\d$/)
      expect(one.topics.length, one.key).toBeGreaterThan(0)
    }
    expect(new Set(legalLimits.map(({ key }) => key)).size).toBe(legalLimits.length)
    for (const one of topic.options) expect(limitsFor(one, '2026-11-01', '2026-11-29'), one).not.toEqual([])
    expect(limitsFor(null, '2026-11-01', '2026-11-29')).not.toEqual([])
  })

  test.each([
    ['labour_arbitration', '2026-01-18', '2027-01-18', '第二十七条'],
    ['administrative_review', '2026-11-01', '2026-12-31', '第二十条'],
    ['administrative_suit', '2026-08-31', '2027-02-28', '第四十六条'],
    ['appeal_judgment', '2026-11-23', '2026-12-08', '第一百七十一条'],
    ['appeal_ruling', '2026-11-23', '2026-12-03', '第一百七十一条'],
    ['civil', '2024-02-29', '2027-02-28', '第一百八十八条'],
    ['work_injury', '2025-12-31', '2026-12-31', '第十七条'],
    ['marriage_coerced', '2026-06-01', '2027-06-01', '第一千零五十二条'],
    ['product_liability', '2026-06-01', '2028-06-01', '第四十五条'],
  ])('%s from %s runs to %s', (key, from, last, article) => {
    expect(lastDay(limit(key).span, from)).toBe(last)
    expect(limit(key).article).toBe(article)
  })

  const anyDay = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

  test('days are counted from the day after; months end on the same number, or on the last day there is', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 240 }), (from, n) => {
        const end = lastDay({ unit: 'day', n }, from)
        expect((Date.parse(end) - Date.parse(from)) / 86_400_000).toBe(n)
        const month = lastDay({ unit: 'month', n }, from)
        const [fromDay, endDay] = [Number(from.slice(8)), Number(month.slice(8))]
        const next = new Date(Date.parse(`${month}T00:00:00Z`) + 86_400_000).getUTCDate()
        // The same number; or the last of its month, and then a smaller one.
        expect(endDay === fromDay || (endDay < fromDay && next === 1)).toBe(true)
        const passed = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7))
        expect(passed(month) - passed(from)).toBe(n)
        expect(lastDay({ unit: 'year', n: 3 }, from)).toBe(lastDay({ unit: 'month', n: 36 }, from))
      }),
    )
  })

  test('what runs from the thing itself stands before papers; what comes next first, and what is over last', () => {
    const all = limitsFor('work', '2026-11-01', '2026-11-29')
    expect(all.map(({ limit: { paper } }) => paper === true)).toEqual([false, false, true, true, true])
    for (const paper of [undefined, true]) {
      const left = all.filter(({ limit }) => limit.paper === paper).map((one) => one.left)
      const coming = left.filter((n) => n >= 0)
      expect(left.slice(0, coming.length)).toEqual([...coming].sort((a, b) => a - b))
    }
    expect(all.some(({ left }) => left < 0)).toBe(true)
    expect(limitsFor('work', '2025-11-29', '2026-11-29')[0]).toMatchObject({ left: 0, last: '2026-11-29' })
  })
})

describe('words of danger', () => {
  test.each([
    '他昨天又打我了',
    '老公家暴，我不敢回家',
    '家 暴',
    '他威-胁要杀我全家',
    '我不想活了',
    '孩子说想自杀',
    '被锁起来，不让出门',
    '他拿刀',
    '喝农药',
    '有人跟踪我',
  ])('%s', (words) => expect(soundsDangerous(words)).toBe(true))

  test.each(['老板欠我三个月工钱', '您打我电话就行', '他说会打我手机联系', '邻居的树挡了我家的光', ''])(
    'but not: %s',
    (words) => expect(soundsDangerous(words)).toBe(false),
  )

  test('they are found wherever they stand', () => {
    const quiet = fc.stringMatching(/^[租房押金合同到期，。 ]{0,40}$/)
    fc.assert(
      fc.property(quiet, quiet, fc.constantFrom('打我', '自杀', '家暴', '威胁'), (before, after, word) => {
        expect(soundsDangerous(before + word + after)).toBe(true)
        expect(soundsDangerous(before + after)).toBe(false)
      }),
    )
  })
})
