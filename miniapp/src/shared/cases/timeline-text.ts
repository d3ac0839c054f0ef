import type { CaseAction, CaseEvent } from '@linli/contracts/case-base'
import type { CaseType } from '@linli/contracts/cases'
import type { Service } from '@linli/contracts/ratings'
import { serviceOf } from './terms'
import { type FollowUpAction, followUpEventWords } from './timeline-follow-up'

export const aheadWord = {
  decide: '社区确认',
  come: { booking: '到场使用', enrolment: '按时送孩子来' } satisfies Record<Service, string>,
  draw: '摇号',
  offer: '空出来后为您保留',
  accept: '您接受',
}

type Happened = Pick<CaseEvent, 'by' | 'side' | 'from' | 'to'>
type Words = Record<Exclude<CaseAction, FollowUpAction>, (event: Happened, type: Service) => string>
const who = (by: string | null) => (by === null ? '社区' : `社区 ${by}`)
const staff = (by: string | null) => by ?? '工作人员'

const thing: Record<Service, string> = { booking: '时段', enrolment: '名额' }
const given: Record<Service, string> = { booking: '取消了预订', enrolment: '退出了托管' }
const called: Record<Service, string> = { booking: '取消了预订', enrolment: '取消了名额' }

/** What the first press led to. */
const asked = (to: string, type: Service) => {
  if (to === 'waiting') return '排进了队伍'
  if (to === 'entered') return '报了名，等待摇号'
  return type === 'booking' ? '提交了申请' : '报了名，有名额'
}

const drawn = (to: string) =>
  to === 'confirmed' ? '摇号有了结果：有名额' : '摇号有了结果：没有抽中，转入排队'

/** The timeline as the person served reads it. */
const partyEvent: Words = {
  request: ({ to }, type) => `您${asked(to, type)}`,
  see: ({ by }) => `${who(by)} 看到了`,
  confirm: ({ by }) => (by === null ? '已确认' : `${who(by)} 确认了`),
  refuse: ({ by }) => `${who(by)} 没有同意`,
  undo: ({ by }) => `${who(by)} 收回了决定，重新处理`,
  ask: ({ by }) => `${who(by)} 想再了解`,
  supplement: () => '您补充了说明',
  cancel: ({ by, side }, type) => (side === 'party' ? `您${given[type]}` : `${who(by)} ${called[type]}`),
  complete: (_, type) => (type === 'booking' ? '办完了' : '这一期结束了'),
  escalate: () => '超过答复时间，已报上级催办',
  offer: (_, type) => `轮到您了，${thing[type]}为您保留`,
  accept: () => '您接受了',
  decline: () => '您让给了下一位',
  leave: () => '您退出了排队',
  lapse: ({ from }, type) =>
    from === 'held' ? `保留时间过了，${thing[type]}给了下一位` : `排队结束，没有空出${thing[type]}`,
  move: ({ by }) => `${who(by)} 调整了您的排队位置`,
  draw: ({ to }) => drawn(to),
  erase: ({ by, side }) => `${side === 'party' ? '您' : `${who(by)} `}删去了一句话里的个人信息`,
}

/** The timeline as staff read it. */
const staffEvent: Words = {
  ...partyEvent,
  request: ({ to }, type) => `居民${asked(to, type)}`,
  cancel: ({ by, side }, type) => (side === 'party' ? `居民${given[type]}` : `${staff(by)} ${called[type]}`),
  supplement: () => '居民补充了说明',
  see: ({ by }) => `${staff(by)} 打开了申请`,
  confirm: ({ by }) => (by === null ? '自动确认' : `${by} 确认了`),
  refuse: ({ by }) => `${staff(by)} 没有同意`,
  ask: ({ by }) => `${staff(by)} 请居民补充`,
  undo: ({ by }) => `${staff(by)} 收回了决定`,
  offer: (_, type) => `轮到这一件，${thing[type]}为居民保留`,
  accept: () => '居民接受了',
  decline: () => '居民让给了下一位',
  leave: () => '居民退出了排队',
  move: ({ by }) => `${staff(by)} 调整了排队位置`,
  erase: ({ by, side }) => `${side === 'party' ? '居民' : `${staff(by)} `}删去了一句话里的个人信息`,
}

/** One line of a timeline, for the person served or for staff. */
export function eventWords(event: CaseEvent, type: CaseType, reader: 'party' | 'staff'): string {
  if (type === 'follow_up') return followUpEventWords(event, reader)
  const words: Partial<Record<CaseAction, Words['see']>> = reader === 'staff' ? staffEvent : partyEvent
  return words[event.action]?.(event, serviceOf(type)) ?? ''
}
