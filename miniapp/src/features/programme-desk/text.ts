import type { Circumstance, Relation } from '@linli/contracts/children'
import type { ProgrammePhase } from '@linli/contracts/programmes'

export const weekdayShort = ['', '一', '二', '三', '四', '五', '六', '日']

export const phaseWord: Record<ProgrammePhase, string> = {
  draft: '草稿',
  announced: '等待报名',
  open: '报名中',
  full: '已满，可排队',
  closed: '报名已截止',
  drawn: '已摇号',
  running: '正在开班',
  over: '已结束',
  cancelled: '已取消',
}

export const circumstanceWord: Record<Circumstance, string> = {
  left_behind: '留守儿童',
  hardship: '困境儿童',
  disability: '残疾儿童',
  both_parents_work: '双职工家庭',
  relocated: '易地搬迁',
}

export const relationWord: Record<Relation, string> = {
  mother: '妈妈',
  father: '爸爸',
  grandparent: '爷爷奶奶、外公外婆',
  relative: '亲属',
  other: '其他',
}

export const listText = {
  title: '托管管理',
  show: '看哪些',
  shown: { current: '正在办的', all: '全部' },
  create: '新建托管班',
  copy: '复制上学期的',
  empty: '还没有托管班',
  emptyHelp: '新建一个，或复制上学期的计划，只改开班日期。',
  taken: (taken: number, capacity: number) => `已占 ${taken} / ${capacity} 个名额`,
  drawing: (capacity: number) => `${capacity} 个名额，等待摇号`,
  waiting: (n: number) => `排队 ${n} 人`,
  opens: (when: string) => `${when} 开始报名`,
  closes: (when: string) => `${when} 截止报名`,
  todo: '等着办的',
  guardians: '核验监护关系',
  guardiansHelp: '对照户口簿核对后才算数',
  devices: '看护平板',
  devicesHelp: '配对和解除',
  n: (n: number) => `${n} 件`,
  none: '没有',
  moves: '等待确认的顺序调整',
  movesNone: '没有等待确认的调整。',
  move: (from: number, to: number) => `从第 ${from} 位调到第 ${to} 位`,
  moveOf: (title: string, number: string) => `${title} · 办件 ${number}`,
  reason: (words: string) => `原因：${words}`,
  proposed: (by: string, when: string) => `${by} ${when} 提出`,
  approve: '同意调整',
  turnDown: '不同意',
  approveTitle: (from: number, to: number) => `把第 ${from} 位调到第 ${to} 位？`,
  approveHelp: '马上生效，不能撤回。排队的家庭都看得到这次调整和原因。',
  approveYes: '确定调整',
  approveNo: '先不调整',
  secondPerson: '等另一位工作人员确认',
  moved: '已调整，家庭看得到原因',
  notMoved: '没有调整',
  copyTitle: '复制哪一个',
  copyFirst: '新的开班日期',
  copyHelp: '其余都照原来的计划，报名时间按天数一起后移。复制后是草稿，可以再改。',
  copyPast: '请选明天或以后的日子。',
  copyGo: '复制成草稿',
  copyNone: '还没有可以复制的托管班。',
}
