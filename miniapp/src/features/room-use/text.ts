import { tenthsOf, type StandsOut } from './rates'

/** 晚上 7 点, as one says it. */
const hourWord = (hour: number): string => {
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'
  return `${part} ${hour > 12 ? hour - 12 : hour} 点`
}

const hoursOf = (minutes: number): string => `${Math.round((minutes / 60) * 10) / 10} 小时`

const partsOf = ({ full, empty }: StandsOut): string[] => [
  ...(full === null ? [] : [`${hourWord(full)}最满`]),
  ...(empty === null ? [] : [`${hourWord(empty)}前后空着，可以多推一推`]),
]

export const useText = {
  title: '场地使用',
  span: '看哪段时间',
  spans: { thisMonth: '这个月', lastMonth: '上个月', weeks: '近 4 周', year: '近一年' },
  building: '哪处场所',
  all: '全部',
  hours: (open: number, used: number) => `开放 ${hoursOf(open)}，用了 ${hoursOf(used)}`,
  share: (open: number, used: number) => {
    const tenths = tenthsOf(used, open)
    if (tenths === null) return '没有开放'
    return tenths === 0 ? '用了不到 1 成' : `用了 ${tenths} 成`
  },
  when: '什么时候有人',
  where: { room: '各间场地', division: '下面各处' },
  hour: '钟点',
  weekday: '星期',
  place: '哪里',
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  stands: (found: StandsOut | null) => {
    if (found === null) return '用得还少，看不出哪个钟点更忙。'
    const parts = partsOf(found)
    return parts.length === 0 ? '各个钟点差不多。' : `${parts.join('；')}。`
  },
  cell: (hour: number, open: number, used: number) =>
    open === 0 && used === 0
      ? `${hour} 点没有开放`
      : `${hour} 点，${useText.hours(open, used)}，${useText.share(open, used)}`,
  scale: '用了几成',
  steps: ['不到 1', '1–2', '3–4', '5–6', '7 以上'],
  shut: '没有开放',
  retired: '已停用',
  days: (from: string, to: string) => `${from} 至 ${to}，只算过完的日子`,
  noDays: '这段时间还没有过完的日子，明天再看。',
  noRooms: '这里还没有场地',
  noRoomsHelp: '场地登记后会出现在这里。',
  one: (name: string) => `只看${name}`,
  back: '看全部',
  file: '下载表格',
  saved: '表格已下载',
  failed: '没有存下来，请再试一次。',
  papers: '打印和预订表格',
  how: '怎么算的',
  howLines: [
    '用率 = 用了的小时 ÷ 开放的小时，按开始那天的星期和钟点分开算，不四舍五入，满 1 成才算 1 成。',
    '开放的小时：按场地登记的开放时间，减去节假日不开的、临时停用的和停用以后的。登记改过的，按现在登记的算，以前的时间没有留。',
    '用了的小时：已确认并且用过的预订。取消的、没同意的、到点没人来的不算。打扫不算。',
    '关门时保留下来的预订也算用了，所以个别钟点用的会比开放的多。',
    '这就是指标里“场地”的来源：每天算一次，只到昨天。',
  ],
}
