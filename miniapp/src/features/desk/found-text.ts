import type { FoundBy } from '@linli/contracts/desk'

export const foundText = {
  title: '查找',
  help: '可以输入办件号或后几位、完整的手机号、完整的姓名、场地名称，或者日期，例如：12月3日、周三。',
  by: {
    number: '办件号是它',
    phone: '这个手机号的办件',
    name: '叫这个名字的人，还没办完的',
  } satisfies Record<FoundBy, string>,
  recorded: '按手机号和姓名查找会留下记录，居民本人看得到。',
  rooms: '场地',
  day: (day: string) => `${day}的场地预订`,
  dayHelp: '这一天所有的预订',
  none: '没有找到',
  noneHelp:
    '姓名和手机号要写完整，只找您管的范围，姓名只找还没办完的。法律咨询和孩子的办件，只能按办件号找。',
  tooWide: '这个范围太大，找不了姓名。请换到一个社区再找，或者用手机号、办件号。',
}
