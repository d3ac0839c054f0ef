import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameForm } from '../../../bff/src/platform/name-form'
import { alikeIn } from '../../../bff/src/platform/near-names'

test.each<[string, string, string[]]>([
  ['张伟', '张玮', ['one_character', 'pinyin']],
  ['张伟', '张\u200b瑋', ['one_character', 'pinyin']],
  ['王秀英', '王秀莹', ['one_character', 'pinyin']],
  ['陈建国', '陈健国', ['one_character', 'pinyin']],
  ['陈建国', '陈国建', ['one_character']],
  ['陈建国', '陈建', ['one_character']],
  ['阿依古丽', '阿依古力', ['one_character', 'pinyin']],
  ['阿里木·买买提', '阿里木·买买题', ['one_character', 'pinyin']],
  ['李诗雨', '李世宇', ['pinyin']],
  ['李诗雨', '李失宇', ['pinyin']],
  ['杨春梅', 'Yang Chunmei', ['pinyin']],
  ['单雄', '单熊', ['one_character', 'pinyin']],
  ['张伟', '張偉', []],
  ['刘建军', '王丽', []],
  ['·', '*', []],
  ['张', '王', []],
  ['丁一', '丁—', ['one_character']],
  ['丁一', '丁 －', ['one_character']],
  ['丁一一', '丁——', ['one_character']],
  ['丁', '丁一', ['one_character']],
  ['丁', '王五', []],
  ['李强', '李强先生', ['part']],
  ['李小明', '李小明爸爸', ['part']],
  ['李小明', '木子小明', []],
  ['阿依古丽·买买提', '阿依古丽', ['part']],
  ['Rosa Moore', 'Moore, Rosa', ['part']],
  ['阿里木·买买提', '买买提·阿里木', ['part']],
  ['Rosa Moore', 'Rοsa Mοοre', ['one_character']],
  ['李', '李强强', []],
  ['Anna Koroleva', 'Аnnа Kоrоlеvа', ['one_character']],
])('%s and %s are alike in %j', (a, b, alike) => {
  expect(alikeIn(a, b)).toEqual(alike)
  expect(alikeIn(b, a)).toEqual(alike)
})

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code))
test('one character put in, left out or changed is seen in any name', () => {
  fc.assert(
    fc.property(
      fc.array(han, { minLength: 3, maxLength: 8 }),
      fc.nat(),
      han,
      fc.nat(2),
      (name, at, other, how) => {
        const place = at % name.length
        const changed = name.toSpliced(place, how === 1 ? 0 : 1, ...(how === 2 ? [] : [other]))
        const [a, b] = [name.join(''), changed.join('')]
        fc.pre(nameForm(a) !== nameForm(b))
        expect(alikeIn(a, b)).toContain('one_character')
      },
    ),
  )
})
