/** Codes in the words of people that only an export says: it is read without the app. What the app says too is in the contracts. */
import type { CareRecordKind, ReleaseMethod, ReleaseRefusal } from '@linli/contracts/care'
import type { CaseAction } from '@linli/contracts/case-base'
import type {
  AttemptOutcome,
  HandedPart,
  MeetingKind,
  Referral,
  ReferralKind,
} from '@linli/contracts/consultation-thread'

/** What happens to a case of any service; each says what only happens to its own (`Kind.actionWords`). */
export const actionWord: Readonly<Record<CaseAction, string>> = {
  request: '提交申请',
  see: '社区看到了',
  confirm: '确认',
  refuse: '没有同意',
  undo: '收回决定',
  cancel: '取消',
  complete: '办完了',
  escalate: '超过答复时间，报上级催办',
  lapse: '保留时间过了或排队结束',
  erase: '删去了一句话里的个人信息',
}

/** What a waiting line does to a case of any service. */
export const lineActionWord: Readonly<Record<CaseAction, string>> = {
  offer: '轮到您了，为您保留',
  accept: '接受',
  decline: '不要了',
  leave: '不排了',
  move: '调整排队位置',
}

export const sideWord = { party: '您', staff: '工作人员', system: '系统' }

export const tagWord = {
  contact: '姓名和电话',
  child: '孩子的姓名和资料',
  health: '健康信息',
  legal: '写在办件里的话',
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

export const callWord: Record<AttemptOutcome | 'visit', string> = {
  no_answer: '没有人接',
  engaged: '占线',
  wrong_number: '号码不对',
  spoke: '说上话了',
  visit: '请社区上门带话',
}
export const meetingWord: Record<MeetingKind, string> = { phone: '电话', video: '视频', station: '见面' }
export const referralWord: Record<ReferralKind, string> = {
  mediation: '人民调解',
  legal_aid: '法律援助',
  notary: '公证',
  appraisal: '司法鉴定',
}
export const handedWord: Record<HandedPart, string> = {
  question: '您问的话',
  thread: '之前的对话',
  files: '图片',
  opposite: '对方是谁',
  phone: '您的电话',
}
export const referralStateWord: Record<Referral['state'], string> = {
  proposed: '等您同意',
  declined: '您没有同意',
  sent: '等对方接收',
  acknowledged: '对方已接收',
  returned: '退回',
  withdrawn: '不再转了',
}
