/** A booking as staff read it. */
export const deskText = {
  dayOf: (room: string) => `那一天的${room}`,
  thisOne: '这一件',
  busy: { booked: '已订', cleaning: '打扫', closed: '关闭' },
  place: '地点',
  note: '居民的说明',
  confirm: '确认',
  complete: '用完了',
  ask: {
    button: '请补充',
    title: '请居民补充',
    label: '要问的话',
    help: '居民会看到这句话，例如：需要音响吗？大约几点结束？',
  },
  refuse: {
    button: '不同意',
    title: '不同意这次预订？',
    usual: ['场地要检修', '与社区活动冲突', '用途不合适，请换场地', '信息不全，请电话联系'],
    other: '推荐另一间（选填）',
    noOther: '不推荐',
  },
  cancel: { button: '取消预订', title: '取消这次预订？' },
  why: '原因',
  whyHelp: '居民会看到这句话。',
  sent: '已发送',
}
