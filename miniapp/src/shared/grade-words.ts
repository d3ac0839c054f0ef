import type { Grade, Reason, Service } from '@linli/contracts/ratings'

/** The five grades of 好差评 in the words of the national norm. */
export const gradeWords: Record<Grade, string> = {
  very_satisfied: '非常满意',
  satisfied: '满意',
  fair: '基本满意',
  dissatisfied: '不满意',
  very_dissatisfied: '非常不满意',
}

export const reasonWords: Record<Reason, string> = {
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

/** What is rated, as people call it. */
export const serviceWords: Record<Service, string> = { booking: '场地预订', enrolment: '课后托管' }
