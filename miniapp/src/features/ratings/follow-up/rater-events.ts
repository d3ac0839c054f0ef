import type { EventWords } from '../../../shared/cases/event-words'

const above = (by: string | null) => (by === null ? '社区上级' : `社区上级 ${by}`)
const unit = (by: string | null) => (by === null ? '被评价的单位' : `被评价的单位 ${by}`)
const other = (by: string | null) => (by === null ? '复核单位' : `复核单位 ${by}`)

/** The timeline of a follow-up as the rater reads it. */
export const raterEvents: EventWords = {
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
  disclose: () => '您同意让对方知道是您',
  supplement: () => '您追加了评价',
  erase: () => '您删去了一句话里的个人信息',
  escalate: () => '超过规定时间，已报再上一级',
}
