import type { Look } from './lanes'

export const boardText = {
  title: '场地看板',
  day: '日',
  week: '周',
  shows: '看一天还是一周',
  days: '哪一天',
  before: '前一周',
  after: '后一周',
  today: '今天',
  none: '这里还没有场地',
  noneHelp: '场地登记后会出现在这里。',
  capacity: (people: number) => `${people} 人`,
  people: (people: number) => `${people} 人`,
  cleaning: '打扫',
  closedDay: '停用',
  closed: (reason: string) => `停用 · ${reason}`,
  shut: '不开放',
  free: '没有安排',
  uses: (n: number) => `${n} 场`,
  more: '再看一些场地',
  papers: '打印和表格',
  key: '图例',
  watching: '您在看下级的场地，不能在这里改。',
}

export const lookWord: Record<Look, string> = {
  held: '为排队的人保留',
  waits: '等确认',
  late: '已超时',
  stands: '已确认',
  used: '使用中',
  past: '已结束',
}
