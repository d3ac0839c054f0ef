import type { BookingsShown } from '@linli/contracts/booking-desk'

export const bookingsText = {
  title: '场地预订',
  shows: '看哪些',
  show: { upcoming: '还没用的', past: '用过的', off: '取消和没同意的' } satisfies Record<
    Exclude<BookingsShown, 'standing'>,
    string
  >,
  sorted: { upcoming: '先用的在前', past: '新的在前', off: '新的在前' },
  rooms: '场地',
  every: '全部场地',
  day: '哪一天（选填）',
  anyDay: '不限日期',
  person: '这位居民的预订',
  everybody: '看所有人的',
  save: '存下这个筛选',
  saved: '存下的筛选',
  remove: (words: string) => `删掉：${words}`,
  filter: '按场地、日期筛选',
  fold: '收起筛选',
  papers: '打印和表格',
  toDesk: '今天要办的',
  none: '没有这样的预订',
  noneHelp: '换个场地或日期看看。',
}
