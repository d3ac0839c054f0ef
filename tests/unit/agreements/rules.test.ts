import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, filledIn } from '../../../bff/src/modules/agreements/rules'
import { inEffect, type TextRow } from '../../../bff/src/platform/texts-in-effect'

const wordsOf = (body: string): string =>
  blocksOf(body)
    .flatMap((block) => (block.kind === 'list' ? block.items : [block.text]))
    .join('')
const bare = (text: string): string => text.replace(/[\s#*-]/g, '')

test('every word of a text is read, in its order, whatever it looks like', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '',
      '  ',
      '# 一',
      '## <script>alert(1)</script>',
      '- [x](javascript:1)',
      '-二',
      '* 三',
      '#四',
      '---',
    ),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      expect(bare(wordsOf(lines.join('\n')))).toBe(bare(lines.join('')))
    }),
  )
})

test('headings, paragraphs and lists', () => {
  expect(blocksOf('开头\n接着\n\n第二段\n\n## 一\n- 甲\n- 乙\n\n- 丙\n结尾')).toEqual([
    { kind: 'paragraph', text: '开头接着' },
    { kind: 'paragraph', text: '第二段' },
    { kind: 'heading', text: '一' },
    { kind: 'list', items: ['甲', '乙'] },
    { kind: 'list', items: ['丙'] },
    { kind: 'paragraph', text: '结尾' },
  ])
})

test('the names of a deployment are words too, and fill in nothing themselves', () => {
  const operator = { name: '{联系方式}$&', contact: '0878', registration: undefined }
  expect(filledIn('{运营单位}，{联系方式}，{备案号}，{别的}', operator)).toBe(
    '{联系方式}$&，0878，无，{别的}',
  )
})

test('one version is in effect at any time: the highest that has begun, else the first one', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 1, hour))
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ version: fc.integer({ min: 1, max: 9 }), hour: fc.nat(20) }), {
        selector: ({ version }) => version,
        minLength: 1,
      }),
      fc.nat(20),
      (published, now) => {
        const rows: TextRow[] = published.map(({ version, hour }) => ({
          kind: 'terms',
          title: 'x',
          version,
          effectiveAt: at(hour),
        }))
        const begun = published.filter(({ hour }) => hour <= now).map(({ version }) => version)
        const expected =
          begun.length > 0 ? Math.max(...begun) : Math.min(...published.map(({ version }) => version))
        expect(inEffect(rows, 'terms', at(now))?.version).toBe(expected)
      },
    ),
  )
})
