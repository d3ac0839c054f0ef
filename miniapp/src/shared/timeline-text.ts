import type { CaseAction, CaseSide } from '@linli/contracts/cases'

export const aheadWord = { decide: '社区确认', come: '到场使用' }

type Words = Record<CaseAction, (by: string | null, side: CaseSide) => string>
const who = (by: string | null) => (by === null ? '社区' : `社区 ${by}`)

/** The timeline as the person served reads it. */
export const partyEvent: Words = {
  request: () => '您提交了申请',
  see: (by) => `${who(by)} 看到了`,
  confirm: (by) => (by === null ? '已确认' : `${who(by)} 确认了`),
  refuse: (by) => `${who(by)} 没有同意`,
  undo: (by) => `${who(by)} 收回了决定，重新处理`,
  ask: (by) => `${who(by)} 想再了解`,
  supplement: () => '您补充了说明',
  cancel: (by, side) => (side === 'party' ? '您取消了预订' : `${who(by)} 取消了预订`),
  complete: () => '办完了',
  escalate: () => '超过答复时间，已报上级催办',
}

/** The timeline as staff read it. */
export const staffEvent: Words = {
  ...partyEvent,
  request: () => '居民提交了申请',
  cancel: (by, side) => `${side === 'party' ? '居民' : (by ?? '工作人员')} 取消了预订`,
  supplement: () => '居民补充了说明',
  see: (by) => `${by ?? '工作人员'} 打开了申请`,
  confirm: (by) => (by === null ? '自动确认' : `${by} 确认了`),
  refuse: (by) => `${by ?? '工作人员'} 没有同意`,
  ask: (by) => `${by ?? '工作人员'} 请居民补充`,
  undo: (by) => `${by ?? '工作人员'} 收回了决定`,
}
