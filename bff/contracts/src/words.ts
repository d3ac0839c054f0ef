/** The contracts' terms as people say them: one word for one thing, in the app, in notices and in what is taken along. */
import type { Circumstance, Relation } from './children'
import type { Role } from './roles'
import type { Grade, Reason } from './ratings'
import type { Purpose } from './rooms'

export const roleWord: Record<Role, string> = {
  staff: '社区工作者',
  grid_worker: '网格员',
  care_worker: '托管老师',
  legal_adviser: '法律顾问',
  legal_helper: '法律明白人',
  mediator: '人民调解员',
  legal_aid: '法律援助中心',
  notary: '公证处',
  appraiser: '司法鉴定机构',
  volunteer: '志愿者',
  partner_unit: '驻区单位',
  supervisor: '督办',
}

export const relationWord: Record<Relation, string> = {
  mother: '妈妈',
  father: '爸爸',
  grandparent: '爷爷奶奶、外公外婆',
  relative: '其他亲属',
  other: '其他',
}

/** The five grades of 好差评 in the words of the national norm. */
export const gradeWord: Record<Grade, string> = {
  very_satisfied: '非常满意',
  satisfied: '满意',
  fair: '基本满意',
  dissatisfied: '不满意',
  very_dissatisfied: '非常不满意',
}

export const reasonWord: Record<Reason, string> = {
  quick: '办得快',
  friendly: '态度好',
  clear: '说得清楚',
  simple: '手续简单',
  clean: '场地干净',
  well_kept: '设备齐全',
  careful: '照看细心',
  door_closed: '没人开门',
  broken: '设备坏了',
  dirty: '不干净',
  slow: '等太久',
  unfriendly: '态度不好',
  unclear: '说不清楚',
  changed: '临时变动',
  refused_unfairly: '不该拒绝',
  unsafe: '孩子不安全',
  other: '其他',
}

export const purposeWord: Record<Purpose, string> = {
  residents_meeting: '居民会议',
  party_activity: '党组织活动',
  arts_rehearsal: '文艺排练',
  study: '读书学习',
  children_activity: '儿童活动',
  elder_activity: '老年活动',
  sports: '体育锻炼',
  banquet: '红白喜事',
  training: '培训讲座',
  other: '其他',
}

export const circumstanceWord: Record<Circumstance, string> = {
  left_behind: '留守儿童',
  hardship: '困境儿童',
  disability: '残疾儿童',
  both_parents_work: '双职工家庭',
  relocated: '易地搬迁家庭',
}

/** By the contract's number: 0 kindergarten … 12 the last year of high school. */
export const schoolGradeWord = [
  '幼儿园',
  ...['一', '二', '三', '四', '五', '六'].map((n) => `${n}年级`),
  ...['一', '二', '三'].map((n) => `初${n}`),
  ...['一', '二', '三'].map((n) => `高${n}`),
]
