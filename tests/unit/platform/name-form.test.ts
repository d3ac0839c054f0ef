import { personName } from '@linli/contracts/common'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldCharacter, isSameName, nameForm } from '../../../bff/src/platform/name-form'
import variants from '../../../bff/src/platform/data/han-variants.json'

const last = 0x10ffff
/** Planes 4 to 13 hold no character in any Unicode, and two are for private use: of those the first thousand will do. */
const everyCharacter = function* () {
  for (let code = 0; code <= last; code++) {
    const plane = code >> 16
    const isEmpty = (plane > 3 && plane < 14) || plane > 14
    if (!isEmpty || (code & 0xffff) < 1_000) yield String.fromCodePoint(code)
  }
}

test.each([
  ['阿里木·买买提', '阿里木∙买买提', '阿里木•买买提', '阿里木・买买提', '阿里木．买买提', '阿里木-买买提'],
  ['阿里木·买买提', '阿里木ㆍ买买提', '阿里木ꞏ买买提', '阿里木⸱买买提', '阿里木𐄁买买提', '阿里木買買提'],
  [
    '张伟',
    '张\u200b伟',
    '張伟',
    '張偉',
    '张\u00ad伟',
    '张\u2060伟',
    '张\ufe00伟',
    '张\u{e0100}伟',
    '张\u3164伟',
  ],
  [
    '张伟',
    ' 张　伟 ',
    '张\u180e伟',
    '张\u034f伟',
    '张\u{e0041}伟',
    '张\u0301伟',
    '“张伟”',
    '张(伟)',
    '张\t伟',
  ],
  ['金龙', '⾦⻰', '金\uf9c4', '⾦龍'],
  ['王鹏坤', '王鵬堃', '王鵬坤'],
  ['李峰', '李峯'],
  ['欧阳娜娜', '歐陽娜娜', '欧 阳 娜 娜'],
  ['Anna Lí', 'ＡＮＮＡ　ＬＩ', 'anna-li', 'Ａnna.Lı'],
  ['𠮷野', '吉野'],
  ['王三', '王㊂', '王㆔', '王⼀㆔'.replace('⼀', '')],
])('%s is one name however it is written', (name, ...ways) => {
  for (const way of ways) expect(isSameName(name, way), JSON.stringify(way)).toBe(true)
})

test.each([
  ['张三', '张三丰'],
  ['张伟', '张玮'],
  ['余明', '予明'],
  ['阿里木', '阿里'],
])('%s and %s are two names', (a, b) => {
  expect(isSameName(a, b)).toBe(false)
})

describe('the form', () => {
  test('of a form is the form, for every character there is', () => {
    for (const each of everyCharacter()) {
      const form = foldCharacter(each)
      if (form !== '' && nameForm(form) !== form) expect.fail(`U+${each.codePointAt(0)?.toString(16)}`)
    }
  })

  test('knows no sign that people do not read', () => {
    const unread = /[\p{P}\p{S}\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}]/u
    for (const each of everyCharacter())
      if (unread.test(nameForm(each).replace(/[\u{20000}-\u{3fffd}]/gu, '')))
        expect.fail(JSON.stringify(each))
  })

  test('has one character for all of a class, and no character is in two', () => {
    const all = variants.flatMap((line) => [...line])
    expect(new Set(all).size).toBe(all.length)
    for (const line of variants) {
      expect(new Set([...line].map(nameForm)).size, line).toBe(1)
      expect(nameForm(line), line).toMatch(/^\p{Unified_Ideograph}+$/u)
    }
  })

  const anyText = fc.string({ unit: 'binary' })
  test('is made character by character, and a second time is nothing new', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(nameForm(a + b)).toBe(nameForm(a) + nameForm(b))
        expect(nameForm(nameForm(a))).toBe(nameForm(a))
      }),
    )
  })

  const hidden = fc
    .integer({ min: 0, max: last })
    .map((code) => String.fromCodePoint(code))
    .filter((each) => /^[\p{M}\p{P}\p{S}\p{Z}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]$/u.test(each))
    // Radicals and strokes are symbols that stand for a character.
    .filter(
      (each) => !/[\u2e80-\u2fdf\u31c0-\u31ef]/u.test(each) && !/[\p{L}\p{N}]/u.test(each.normalize('NFKD')),
    )
  test('does not see what is put between', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('张伟', '阿依古丽', '欧阳娜娜', 'Anna'),
        fc.array(hidden, { minLength: 1, maxLength: 4 }),
        fc.nat(4),
        (name, signs, at) => {
          const put = [...name.slice(0, at), ...signs, ...name.slice(at)].join('')
          expect(isSameName(name, put)).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('a name of signs alone', () => {
  test('is like nobody’s, and not like itself', () => {
    for (const name of ['·', '\u200b', '***', '😀', '\u3164\u115f', ''])
      expect(isSameName(name, name)).toBe(false)
  })

  test('is taken nowhere, and every name that is taken has a form', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (name) => {
        const taken = personName.safeParse(name)
        if (taken.success) expect(nameForm(taken.data)).not.toBe('')
        else if (/\p{Script=Han}/u.test(name))
          expect([...name].length > 60 || /[\p{Co}\p{Cs}\p{Cc}]/u.test(name)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('but any one letter is a name, where it counts', () => {
    for (const each of everyCharacter())
      if (nameForm(each) === '' && personName.safeParse(each).success) expect.fail(JSON.stringify(each))
  })
})

test.each([
  ['阿卜杜热依木江·阿卜杜克热木', '阿卜杜热依木江·阿卜杜克热木'],
  ['𠮷𪚥', '𠮷𪚥'],
  ['ꀊꉻꃀꇬ', 'ꀊꉻꃀꇬ'],
  ['བཀྲ་ཤིས་ཚེ་རིང་', 'བཀྲ་ཤིས་ཚེ་རིང་'],
  ['ئابدۇراخمان ئوبۇلقاسىم', 'ئابدۇراخمان ئوبۇلقاسىم'],
  ['ᥘᥣᥭᥰ', 'ᥘᥣᥭᥰ'],
  ["  Maria  O'Neill-Sánchez ", "Maria O'Neill-Sánchez"],
  ['张\u200b伟\ufeff', '张伟'],
])('%s is taken, and kept as %s', (name, kept) => {
  expect(personName.parse(name)).toBe(kept)
})
