/** Codes in the words of people: the page is read without the app. */
import type { CareRecordKind, ReleaseMethod, ReleaseRefusal } from '@linli/contracts/care'
import type { CaseAction, CaseState, CaseType } from '@linli/contracts/cases'
import type { Circumstance, Relation } from '@linli/contracts/children'
import type { Role } from '@linli/contracts/identity'
import type { Grade, Reason } from '@linli/contracts/ratings'

export const roleWord: Record<Role, string> = {
  staff: '社区工作者',
  grid_worker: '网格员',
  care_worker: '托管老师',
  legal_adviser: '法律顾问',
  volunteer: '志愿者',
  partner_unit: '驻区单位',
  supervisor: '督办',
}

export const typeWord: Record<CaseType, string> = {
  booking: '场地预订',
  enrolment: '托管报名',
  follow_up: '评价跟进',
}

export const stateWord: Record<CaseState, string> = {
  entered: '等待摇号',
  waiting: '排队中',
  held: '为您保留',
  pending: '等待社区确认',
  confirmed: '已确认',
  refused: '未同意',
  cancelled: '已取消',
  lapsed: '没有轮到',
  completed: '已完成',
  contacting: '等社区上级联系您',
  rectifying: '正在整改',
  informing: '整改已完成，等回访',
  verdict: '等您说整改得怎么样',
  reviewing: '另一个单位正在复核',
  closed: '已办结',
  overturned: '复核认为评价与事实不符',
}

export const actionWord: Record<CaseAction, string> = {
  request: '提交申请',
  see: '社区看到了',
  confirm: '确认',
  refuse: '没有同意',
  undo: '收回决定',
  ask: '社区想再了解',
  supplement: '补充说明',
  cancel: '取消',
  complete: '办完了',
  escalate: '超过答复时间，报上级催办',
  offer: '轮到您了，为您保留',
  accept: '接受',
  decline: '不要了',
  leave: '不排了',
  lapse: '保留时间过了或排队结束',
  move: '调整排队位置',
  draw: '摇号有了结果',
  attempt: '联系您，没有联系上',
  contact: '联系了您',
  extend: '整改延长',
  rectify: '报告整改情况',
  return: '退回再整改',
  tell: '告诉您结果',
  appeal: '单位申请复核',
  uphold: '复核：评价属实',
  overturn: '复核：与事实不符',
  again: '要求再整改',
  conclude: '办结',
  approve: '您说满意',
  object: '您说不满意',
  erase: '删去了一句话里的个人信息',
  disclose: '您同意让单位知道是谁',
}

export const sideWord = { party: '您', staff: '工作人员', system: '系统' }

export const relationWord: Record<Relation, string> = {
  mother: '母亲',
  father: '父亲',
  grandparent: '爷爷奶奶、外公外婆',
  relative: '其他亲属',
  other: '其他',
}

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

export const tagWord = {
  contact: '姓名和电话',
  child: '孩子的姓名和资料',
  health: '健康信息',
  legal: '法律信息',
}

export const purposeWord = {
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

export const wayWord = { code: '用验证码更换', counter: '在窗口更换' }
export const papersWord = {
  identity_card: '身份证',
  household_register: '户口本',
  social_security_card: '社会保障卡',
}
export const proofWord = { phone: '手机验证码', wechat: '微信', counter: '窗口核对证件' }
export const decisionWord = { granted: '同意', refused: '不同意或撤回' }
export const freezeWord = { consent: '撤回同意', erase: '删除孩子的信息' }
export const outcomeWord = { final: '已生效', taken_back: '已取消', stopped: '在社区停止' }
export const endWord = {
  logged_out: '退出登录',
  logged_out_everywhere: '全部设备退出',
  reused: '登录凭证被重复使用，已停用',
}
export const textStateWord = {
  none: '没有写',
  unchecked: '还没有看',
  passed: '通过',
  doubtful: '等人看',
  refused: '没有通过',
}
export const verdictWord = { satisfied: '满意', dissatisfied: '不满意' }

export const circumstanceWord: Record<Circumstance, string> = {
  left_behind: '留守儿童',
  hardship: '困境儿童',
  disability: '残疾儿童',
  both_parents_work: '双职工家庭',
  relocated: '易地搬迁家庭',
}

/** By the contract's number: 0 kindergarten … 12 the last year of high school. */
export const schoolGrade = (grade: unknown): string => {
  const [n, names] = [Number(grade), ['一', '二', '三', '四', '五', '六']]
  if (n === 0) return '幼儿园'
  if (n <= 6) return `${names[n - 1]}年级`
  return n <= 9 ? `初${names[n - 7]}` : `高${names[n - 10]}`
}

export const careWord: Record<CareRecordKind, string> = {
  present: '到了',
  absent: '没有来',
  health: '身体情况',
  incident: '有情况',
  released: '接走了',
  refused: '有人来接，没有放行',
  barred_seen: '有禁止接走的人来接',
  annotation: '补充说明',
  missing: '没有到，也没有请假',
  late_15: '放学过 15 分钟还没有接',
  late_30: '放学过 30 分钟还没有接',
  late_60: '放学过 1 小时还没有接',
}

export const methodWord: Record<ReleaseMethod, string> = {
  listed: '名单上的人',
  guardian: '监护人',
  code: '一次性接送码',
  override: '负责人核实后放行',
}

export const refusalWord: Record<ReleaseRefusal, string> = {
  person_not_listed: '不在名单上',
  person_barred: '禁止接走的人',
  person_not_valid_today: '今天不在期限内',
  guardian_not_verified: '监护人还没有核验',
  code_wrong: '接送码不对',
  code_used: '接送码已用过',
  code_other_day: '不是当天的接送码',
  child_not_present: '还没有点到',
  child_already_released: '已经交接过',
  not_on_duty: '老师不当班',
  other_class: '不在这个班',
  not_duty_leader: '不是当班负责人',
  person_alike: '名字相近，要当面核对',
}

export const listWord = { listed: '可以接', barred: '禁止接走' }
