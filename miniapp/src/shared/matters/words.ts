/** The contract's words for what a matter is made of. */
import type {
  AttemptOutcome,
  HandedPart,
  MeetingKind,
  ReferralKind,
  Topic,
  Urgency,
} from '@linli/contracts/consultation-thread'

export const topicWord: Record<Topic, string> = {
  work: '工作、工钱、工伤',
  family: '婚姻、孩子、老人、继承',
  violence: '被打、被威胁、被骚扰',
  land: '土地、房子、拆迁',
  neighbours: '邻里、物业',
  debt: '借钱、欠账、合同',
  accident: '车祸、受伤、赔偿',
  consumer: '消费维权、上当受骗',
  authority: '不服政府部门的决定',
  other: '别的事，说不清',
}

export const urgencyWord: Record<Urgency, string> = {
  danger: '有人受伤害，或被威胁',
  date: '有期限快到了',
  none: '不急，可以慢慢问',
}

export const outcomeWord: Record<AttemptOutcome, string> = {
  no_answer: '没有人接',
  engaged: '占线',
  wrong_number: '号码不对',
  spoke: '通上话了',
}

export const meetingWord: Record<MeetingKind, string> = {
  phone: '打电话',
  video: '视频',
  station: '当面谈',
}

export const referralWord: Record<ReferralKind, string> = {
  mediation: '人民调解',
  legal_aid: '法律援助',
  notary: '公证',
  appraisal: '司法鉴定',
}

/** Whose office it is, after the name of its place. */
export const officeWord: Record<ReferralKind, string> = {
  mediation: '人民调解组织',
  legal_aid: '法律援助机构',
  notary: '公证机构',
  appraisal: '司法鉴定机构',
}

export const partWord: Record<HandedPart, string> = {
  question: '您提的问题',
  thread: '来往的话',
  files: '图片',
  opposite: '对方是谁',
  phone: '您的姓名和电话',
}

/** The same for whoever gets it. */
export const partForReceiver: Record<HandedPart, string> = {
  question: '提的问题',
  thread: '来往的话',
  files: '图片',
  opposite: '对方是谁',
  phone: '居民的姓名和电话',
}
