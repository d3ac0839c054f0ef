import type { CareRecordKind } from '@linli/contracts/care'

type Said = { by: string | null; person: string | null; text: string | null }
const who = (by: string | null) => (by === null ? '老师' : by)
const colon = (text: string | null) => (text === null ? '' : `：${text}`)

/** A record as the family reads it, after its time. */
export const recordLine: Record<CareRecordKind, (said: Said) => string> = {
  present: ({ by }) => `到达，${who(by)} 点名`,
  absent: ({ by }) => `没有到，${who(by)} 点名`,
  health: ({ text }) => `健康备注${colon(text)}`,
  incident: ({ text }) => `事情经过${colon(text)}`,
  released: ({ person, by }) => `由 ${person ?? '持接送码的人'} 接走，${who(by)} 交接`,
  refused: ({ person }) => `${person ?? '有人'}来接，没有放行`,
  barred_seen: ({ person }) => `${person ?? '禁止接走的人'}来过，没有放行，负责人已收到提醒`,
  annotation: ({ text, by }) => `${who(by)} 补充${colon(text)}`,
  missing: () => '没有到，也没有请假，已通知监护人',
  late_15: () => '过了放学 15 分钟还没有接走，已提醒监护人',
  late_30: () => '过了放学 30 分钟还没有接走，再次提醒监护人和紧急联系人',
  late_60: () => '过了放学 60 分钟还没有接走，已报社区负责人',
}

export const daysText = {
  title: '在托情况',
  titleOf: (nickname: string) => `${nickname}的托管`,
  signInHelp: '请用监护人的账户登录。',
  today: '今天',
  coming: '接下来',
  further: (n: number) => `看后面的 ${n} 次`,
  past: '最近 30 天',
  nothing: '还没有托管安排',
  nothingHelp: '报名成功以后，每一次托管都会出现在这里。',
  toProgrammes: '看看托管班',
  leave: '请假',
  takeBack: '取消请假',
  onLeave: '已请假',
  leaveDone: '已请假，老师看得到',
  leaveTakenBack: '已取消请假',
  leaveTitle: (when: string) => `${when}请假？`,
  leaveHelp: '老师的名单上会显示已请假。改主意了可以取消。',
  leaveYes: '确定请假',
  leaveNo: '先不请假',
  late: (minutes: number) => `已超过放学时间 ${minutes} 分钟，还没有接走`,
  missing: '没有到，也没有请假',
  unknown: '没有记录',
  times: (n: number) => `${n} 次`,
  until: (at: string) => `${at} 放学`,
  overUnknown: '今天的托管已经结束，没有点名记录',
  overAbsent: '今天没有到',
  call: '打电话给社区',
  noPhone: '有急事请到托管地点找老师。',
  begins: (at: string) => `${at} 开始`,
  mark: { expected: '还没到', present: '在托管班', absent: '没有到', released: '已接走' },
  whoPicks: '谁能接',
  you: '您',
  nobody: '还没有登记接送人',
  manage: '接送人和接送码',
  pickedUp: (person: string, at: string) => `${person} ${at} 接走了`,
  arrived: (at: string) => `${at} 到的`,
}
