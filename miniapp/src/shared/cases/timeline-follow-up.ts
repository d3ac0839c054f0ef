import type { CaseAction, CaseEvent } from '@linli/contracts/case-base'

/** What happens only to the follow-up of a rating. */
export type FollowUpAction =
  | 'attempt'
  | 'contact'
  | 'extend'
  | 'rectify'
  | 'return'
  | 'tell'
  | 'appeal'
  | 'uphold'
  | 'overturn'
  | 'again'
  | 'conclude'
  | 'approve'
  | 'object'
  | 'disclose'

type Happened = Pick<CaseEvent, 'by'>
type Words = Partial<Record<CaseAction, (event: Happened) => string>>

const named = (by: string | null, otherwise: string) => (by === null ? otherwise : by)
const above = (by: string | null) => (by === null ? '社区上级' : `社区上级 ${by}`)
const unit = (by: string | null) => (by === null ? '被评价的单位' : `被评价的单位 ${by}`)
const other = (by: string | null) => (by === null ? '复核单位' : `复核单位 ${by}`)

/** Still ahead of the rater, in order. */
export const followUpAhead = {
  contacting: ['社区上级联系您', '整改', '把结果告诉您', '您说满意不满意'],
  rectifying: ['整改', '把结果告诉您', '您说满意不满意'],
  informing: ['把结果告诉您', '您说满意不满意'],
  verdict: ['您说满意不满意'],
}

const raterWords: Words = {
  request: () => '收到您的评价，交给社区的上级单位跟进',
  attempt: ({ by }) => `${above(by)} 打电话没有联系上您`,
  contact: ({ by }) => `${above(by)} 联系到您，听了情况`,
  extend: ({ by }) => `${above(by)} 延长了整改时间`,
  rectify: ({ by }) => `${unit(by)} 说整改好了`,
  return: ({ by }) => `${above(by)} 认为还没改好，要求继续整改`,
  tell: ({ by }) => `${above(by)} 把结果告诉了您`,
  appeal: () => '被评价的单位提出申诉，请另一个单位复核',
  uphold: ({ by }) => `${other(by)} 认为评价属实，继续跟进`,
  overturn: ({ by }) => `${other(by)} 认为评价与事实不符`,
  again: ({ by }) => `${other(by)} 要求重新整改`,
  conclude: ({ by }) => `${other(by)} 看过后办结`,
  approve: () => '您说满意了',
  object: () => '您说还是不满意，请另一个单位复核',
  disclose: () => '您同意让被评价的单位知道是您',
  supplement: () => '您追加了评价',
  erase: () => '您删去了一句话里的个人信息',
  escalate: () => '超过规定时间，已报再上一级',
}

const staffWords: Words = {
  request: () => '收到差评，开始跟进',
  attempt: ({ by }) => `${named(by, '跟进人')} 打电话没有联系上`,
  contact: ({ by }) => `${named(by, '跟进人')} 联系到评价人`,
  extend: ({ by }) => `${named(by, '跟进人')} 延长了整改时间`,
  rectify: ({ by }) => `${named(by, '被评价的单位')} 报告整改好了`,
  return: ({ by }) => `${named(by, '跟进人')} 退回继续整改`,
  tell: ({ by }) => `${named(by, '跟进人')} 回访，告知了结果`,
  appeal: ({ by }) => `${named(by, '被评价的单位')} 提出申诉`,
  uphold: ({ by }) => `${named(by, '复核人')} 复核：评价属实，继续跟进`,
  overturn: ({ by }) => `${named(by, '复核人')} 复核：评价与事实不符`,
  again: ({ by }) => `${named(by, '复核人')} 复核：重新整改`,
  conclude: ({ by }) => `${named(by, '复核人')} 复核：就此办结`,
  approve: () => '评价人说满意了',
  object: () => '评价人说还是不满意，转另一个单位复核',
  disclose: () => '评价人同意公开身份',
  supplement: () => '评价人追加了评价',
  erase: () => '评价人删去了一句话里的个人信息',
  escalate: () => '超过规定时间，已报再上一级',
}

/** One line of a follow-up's timeline, for the rater or for staff. */
export const followUpEventWords = (event: Pick<CaseEvent, 'action' | 'by'>, reader: 'party' | 'staff') =>
  (reader === 'party' ? raterWords : staffWords)[event.action]?.(event) ?? '有了新进展'
