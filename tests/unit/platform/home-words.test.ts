/** What tells a home in the words of a task, and what does not. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayTellHome } from '../../../bff/src/platform/home-words'

const homes = [
  ...[
    '3栋2单元301',
    '北门小区 3 栋 402',
    '3栋2单元',
    '３栋２单元３０１',
    '三栋二单元三零一',
    'A栋1201',
    '5幢501室',
  ],
  ...[
    '12号楼1单元602',
    '6号楼302室',
    '3#402',
    '2单元301',
    '2单元3楼301',
    '301室',
    '三〇一室',
    '西门 1204 室',
  ],
  ...[
    '5号院',
    '五号院',
    '老街5号院里',
    '12组8号',
    '三组15号',
    '7小组3号',
    '4社12号',
    '3门201',
    '3-2-301',
    '3—2—1102',
  ],
  ...['鹿城路88号', '北街12号', '桂花巷5号', '金家巷12-1号', '桂花巷5之2号'],
]
const others = [
  ...[
    '2楼活动室',
    '3号会议室',
    '三楼会议室',
    '301会议室',
    '3号楼201会议室',
    '2号楼3楼多功能厅',
    '201教室',
    '二室一厅',
  ],
  ...[
    '3栋楼下集合',
    '3号楼门口',
    '2单元门口',
    '教数学第2单元',
    '复习第3单元120页',
    '发3栋1000份通知',
    '3栋120户都去',
  ],
  ...[
    '送到3号窗口',
    '坐12路车',
    '12号线',
    '5号院区',
    '3号门集合',
    '12月1号',
    '2026-12-01',
    '12-1-2026',
    '9-11点',
  ],
  ...[
    '第3组5号选手',
    '分3组，每组5人',
    '0878-312-0000',
    '带2瓶水、1把伞',
    '陪老人去医院3楼取药',
    '8号上午9点',
  ],
  ...[
    '鹿城路8号县医院',
    '北街1号楼门口',
    '二〇二六年',
    '量血压120人',
    '提前10分钟到，穿好走路的鞋',
    '搬20斤米到5楼',
  ],
  ...[
    '社区服务中心一楼',
    '老年活动室',
    '300米远',
    '3组一起去',
    '2栋、3栋的老人',
    '买1000毫升牛奶',
    '步行街3号线站',
  ],
]

describe('a home', () => {
  test.each(homes)('is told by %s', (words) => {
    expect(mayTellHome(words)).toBe(true)
  })

  test.each(others)('is not told by %s', (words) => {
    expect(mayTellHome(words)).toBe(false)
  })

  const around = fc.constantFrom('', '到', '在', '去', '陪老人去', '请到北门小区')
  const after = fc.constantFrom('', '，', '门口', '取药', '，提前到')
  const gap = fc.constantFrom('', ' ', '\u3000', '\u200b')

  test('is told however it stands among other words, and however it is spaced', () => {
    const part = fc.record({ b: fc.integer({ min: 1, max: 40 }), u: fc.integer({ min: 1, max: 9 }) })
    fc.assert(
      fc.property(part, fc.integer({ min: 101, max: 3904 }), around, after, gap, ({ b, u }, d, to, of, s) => {
        expect(mayTellHome(`${to}${b}${s}栋${s}${u}单元${s}${d}${of}`)).toBe(true)
        expect(mayTellHome(`${to}${b}组${s}${u}号${of}`)).toBe(true)
        expect(mayTellHome(`${to}${d}${s}室${of}`)).toBe(true)
      }),
    )
  })

  test('is not told by a floor, a room for everybody, a day or a number of people', () => {
    const numbers = fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 999 }))
    fc.assert(
      fc.property(numbers, around, after, ([few, many], to, of) => {
        for (const said of [`${few}楼活动室`, `${few}号会议室`, `${many}会议室`, `12月${few}号`, `${many}人`])
          expect(mayTellHome(`${to}${said}${of}`)).toBe(false)
      }),
    )
  })
})
