import { monthWords } from '../../shared/time/month-words'

export const hoursText = {
  title: '我的志愿时长',
  signInHelp: '登录后看您的志愿时长，开证明。',
  mine: '我',
  total: '一共',
  byMonth: '每个月',
  none: '还没有确认的时长',
  noneHelp: '做完志愿任务，社区确认时长后，会记在这里。',
  month: monthWords,
  tasks: '做过的事',
  newest: '这里只列最近的 100 次，证明上是全部。',
}

export const recordText = {
  title: '志愿服务记录证明',
  issue: '开证明',
  issueHelp: '免费，能打印，别人扫码就能查是不是有效。',
  span: '开哪一段',
  all: '全部',
  year: '今年',
  lastYear: '去年',
  month: '本月',
  make: '开一份',
  made: '证明开好了',
  cancel: '先不开',
  days: (from: string, to: string) => `${from} 至 ${to}`,
  open: '打开证明',
  opened: '证明已打开或下载',
  notOpened: '手机存储不够，没有打开',
  valid: '有效',
  over: '已失效',
  overHelp: '时长更正过，请重新开一份。',
}

export const verifyText = {
  title: '查验志愿服务证明',
  help: '填证明上的编号和查验码。只告诉您有效或无效，不显示是谁。',
  number: '证明编号',
  numberHelp: '例如 ZM-261129-000427',
  code: '查验码',
  codeHelp: '6 位数字',
  look: '查验',
  valid: '有效',
  validHelp: '这份证明有效。',
  invalid: '无效',
  invalidHelp: '没有这份证明，或者它已经失效。请核对编号和查验码。',
}

export const exportText = {
  title: '导出志愿时长',
  help: '按全国志愿服务信息系统的项目导出，每人每次任务一行。',
  span: '导出哪一段',
  plain: '导出（不带姓名）',
  named: '导出（带姓名）',
  namedTitle: '导出姓名？',
  namedHelp: '名单上的人会看到您看过他们的姓名。文件请妥善保管，用完删除。',
  yes: '我有需要，导出',
  why: '一次看到很多人的姓名，要再确认一次是您本人。',
  done: '表格已导出',
  failed: '手机存储不够，没有导出',
}
