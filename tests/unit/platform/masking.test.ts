import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskText } from '../../../bff/src/platform/masking'

const known = ['杨会琼', '周敏', '小雨', '阿依古丽·买买提', '欧阳娜娜', '𠮷田美子', '王老师']

describe('what others read of a text', () => {
  test.each([
    ['杨会琼很热心，会琼大姐也来了', '某某很热心，某某大姐也来了'],
    ['找李师傅开门，王主任说不行', '找某师傅开门，某主任说不行'],
    ['张小明同学被推了', '某同学被推了'],
    ['欧阳明老师和司马大姐', '某老师和某大姐'],
    ['是小王给我开的门', '是小某给我开的门'],
    ['我叫赵铁柱，住3栋2单元401室', '我叫某某，住＊＊＊'],
    ['电话 138-0000 1234', '电话 ＊＊＊'],
    ['一三八零零零零一二三四', '＊＊＊'],
    ['11月20日上午没人开门，十一月二十号也是', '某月某日上午没人开门，某月某日也是'],
    ['电话是138，0001，2345', '电话是＊＊＊'],
    ['一三八 零零零零 一二三四', '＊＊＊'],
    ['①③⑧⓪⓪⓪⓪①②③④', '＊＊＊'],
    ['身份证53230119880808123X', '身份证＊＊＊'],
    ['加我微信号：abc_12345', '加我微信＊＊＊'],
    ['写信到 a.b@example.com 或 http://x.cn/a', '写信到 ＊＊＊ 或 ＊＊＊'],
    ['全角１３８００００１２３４', '全角＊＊＊'],
    ['打❶❸❽⓿⓿⓿⓿❶❷❸❹', '打＊＊＊'],
    ['壹叁捌零零零零壹贰叁肆', '＊＊＊'],
    ['打٠١٢٣٤٥', '打＊＊＊'],
    ['1三8零0壹②叁', '＊＊＊'],
    ['看 evil。com 和 evil点com', '看 ＊＊＊ 和 ＊＊＊'],
    ['㈠㈢㈧㈠㈡㈢㈣㈤㈥㈦㈧', '＊＊＊'],
    ['㊀㊂㊇㊀㊁㊂㊃㊄㊅㊆㊇', '＊＊＊'],
    ['ⅠⅢⅧⅠⅡⅢⅣⅤⅥⅦⅧ', '＊＊＊'],
    ['138字1234字5678', '＊＊＊'],
    ['1a3a8a1a2a3a4a5a6', '＊＊＊'],
    ['看 evil.ru 和 hxxp://evil.ai/x', '看 ＊＊＊ 和 ＊＊＊'],
    ['看 evil(dot)com 和 evil︒com', '看 ＊＊＊ 和 ＊＊＊'],
    ['加徽信 abcdefg', '加徽信＊＊＊'],
    ['加v♥信abcdefg', '加v♥信＊＊＊'],
    ['杨会穷不在', '某某不在'],
    ['找李会计，周大夫不在', '找某会计，某大夫不在'],
    ['杨\u200b会\u200b琼不在', '某某不在'],
    ['杨 会 琼不在', '某某不在'],
    ['楊會瓊不在', '某某不在'],
    ['Yang Huiqiong 不在', '某某 不在'],
    ['yanghuiqiong不在', '某某不在'],
    ['阿依古丽•买买提来了，买买提说的', '某某来了，某某说的'],
    ['娜娜说的，歐陽娜娜', '某某说的，某某'],
    ['𠮷田 美子开门', '某某开门'],
  ])('%s', (text, shown) => {
    expect(maskText(text, known)).toBe(shown)
  })

  test.each([
    '下午2点到4点，来了20个人，等了15分钟',
    '老师很好，孩子很高兴',
    '小时候在这里长大，老人们都说好',
    '高兴，方便，安静',
    '老师很好，王国的王',
    '票价12.50元，版本1.2.3',
  ])('keeps what names nobody: %s', (text) => {
    expect(maskText(text, known)).toBe(text)
  })

  test('never holds a known name or a run of five digits, whatever stands around them', () => {
    const piece = fc.oneof(
      fc.constantFrom(...known, '13800001234', '老师', '，', ' ', '好'),
      fc.string({ maxLength: 6 }),
      fc.stringMatching(/^\d{5,12}$/),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const shown = maskText(pieces.join(''), known)
        for (const name of known) expect(shown).not.toContain(name)
        expect(shown).not.toMatch(/\d{5}/)
      }),
    )
  })

  test('nor one with signs, blanks or invisible characters between', () => {
    const between = fc.constantFrom(
      '',
      '\u200b',
      '\u00ad',
      ' ',
      '　',
      '·',
      '•',
      '|',
      '*',
      '\ufe0f',
      '-',
      '_',
      '😀',
    )
    fc.assert(
      fc.property(
        fc.constantFrom('杨会琼', '阿依古丽买买提', '欧阳娜娜'),
        fc.array(between, { minLength: 8, maxLength: 8 }),
        (name, signs) => {
          const written = [...name]
            .map((each, n) => each + (n < name.length - 1 ? (signs[n] ?? '') : ''))
            .join('')
          expect(maskText(`是${written}不开门`, known)).toBe('是某某不开门')
        },
      ),
    )
  })
})
