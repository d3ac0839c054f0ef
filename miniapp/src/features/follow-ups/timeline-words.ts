import type { CaseEvent } from '@linli/contracts/case-base'

type Words = Readonly<Record<string, (event: Pick<CaseEvent, 'by'>) => string>>

const named = (by: string | null, otherwise: string) => (by === null ? otherwise : by)

const staffWords: Words = {
  request: () => '收到差评，开始跟进',
  attempt: ({ by }) => `${named(by, '跟进人')} 打电话没有联系上`,
  contact: ({ by }) => `${named(by, '跟进人')} 联系到评价人`,
  extend: ({ by }) => `${named(by, '跟进人')} 延长了整改时间`,
  rectify: ({ by }) => `${named(by, '被评价的单位')} 报告整改好了`,
  return: ({ by }) => `${named(by, '跟进人')} 退回继续整改`,
  tell: ({ by }) => `${named(by, '跟进人')} 告知了结果`,
  appeal: ({ by }) => `${named(by, '被评价的单位')} 提出申诉`,
  uphold: ({ by }) => `${named(by, '复核人')} 复核：评价属实，继续跟进`,
  overturn: ({ by }) => `${named(by, '复核人')} 复核：评价与事实不符`,
  again: ({ by }) => `${named(by, '复核人')} 复核：重新整改`,
  conclude: ({ by }) => `${named(by, '复核人')} 复核：就此办结`,
  approve: () => '评价人说满意了',
  object: () => '评价人说还是不满意，转另一个单位复核',
  disclose: () => '评价人同意让对方知道是谁',
  supplement: () => '评价人追加了评价',
  erase: () => '评价人删去了一句话里的个人信息',
  escalate: () => '超过规定时间，已报再上一级',
}

/** One line of a follow-up's timeline, for staff. */
export const staffEventWords = (event: Pick<CaseEvent, 'action' | 'by'>) =>
  staffWords[event.action]?.(event) ?? '有了新进展'
