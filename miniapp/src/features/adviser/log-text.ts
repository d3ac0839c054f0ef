import { monthWords } from '../../shared/time/month-words'

export const logText = {
  title: '工作台账',
  month: monthWords,
  before: '上个月',
  after: '下个月',
  print: '打印',
  made: '由办理记录自动生成，不写内容。',
  who: (name: string, office: string) => `${office} ${name}`,
  sums: {
    opened: '新接',
    answered: '答复',
    closed: '办结',
    meetings: '见面或通话',
    inTime: '按时首次答复',
  },
  unit: (n: number) => `${n} 件`,
  times: (n: number) => `${n} 次`,
  columns: { at: '时间', number: '办件号', community: '社区', action: '做了什么', minutes: '用时' },
  minutes: (n: number) => `${n} 分钟`,
  empty: '这个月还没有记录',
  emptyHelp: '答复、通话、见面以后会自动记在这里。',
  sign: '签字：',
}

/** What was done, and never what was said. */
export const actionWord: Readonly<Record<string, string>> = {
  assign: '接手',
  answer: '答复',
  ask: '请居民补充',
  correct: '更正',
  attempt: '打电话联系',
  visit: '请社区的人捎话',
  offer_times: '提见面时间',
  meet: '见面或通话',
  meeting: '见面或通话',
  propose_referral: '建议转出',
  acknowledge: '接收转办',
  send_back: '退回转办',
  pass_on: '交给别人',
  give_time_back: '取消约好的时间',
  close: '办结',
}
export const otherAction = '办理'
