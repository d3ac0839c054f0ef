/** Timelines: what happens to cases of any service, in the words of whoever reads; a service says how it calls its own. */
import type { CaseEvent } from '@linli/contracts/case-base'
import type { Reader } from './face'

type Happened = Pick<CaseEvent, 'by' | 'side' | 'from' | 'to'>
export type EventWords = Readonly<Record<string, (event: Happened) => string>>

export interface OwnEvents {
  /** What the first press led to. */
  asked?: (to: string) => string
  /** What the person gave up. */
  given?: string
  /** What staff took back. */
  called?: string
  /** What a line keeps for somebody; only where there is one. */
  thing?: string
  completed?: string
  /** What happens only here, as either side reads it. */
  party?: EventWords
  staff?: EventWords
}

const who = (by: string | null) => (by === null ? '社区' : `社区 ${by}`)
const staffName = (by: string | null) => by ?? '工作人员'
const something = '有了新进展'

type Said = Required<Pick<OwnEvents, 'asked' | 'given' | 'called' | 'thing' | 'completed'>>

/** As the person served reads it. */
const partyWords = ({ asked, given, called, thing, completed }: Said): EventWords => ({
  request: ({ to }) => `您${asked(to)}`,
  see: ({ by }) => `${who(by)} 看到了`,
  confirm: ({ by }) => (by === null ? '已确认' : `${who(by)} 确认了`),
  refuse: ({ by }) => `${who(by)} 没有同意`,
  undo: ({ by }) => `${who(by)} 收回了决定，重新处理`,
  ask: ({ by }) => `${who(by)} 想再了解`,
  supplement: () => '您补充了说明',
  cancel: ({ by, side }) => (side === 'party' ? `您${given}` : `${who(by)} ${called}`),
  complete: () => completed,
  escalate: () => '超过答复时间，已报上级催办',
  offer: () => `轮到您了，${thing}为您保留`,
  accept: () => '您接受了',
  decline: () => '您让给了下一位',
  leave: () => '您退出了排队',
  lapse: ({ from }) => (from === 'held' ? `保留时间过了，${thing}给了下一位` : `排队结束，没有空出${thing}`),
  move: ({ by }) => `${who(by)} 调整了您的排队位置`,
  erase: ({ by, side }) => `${side === 'party' ? '您' : `${who(by)} `}删去了一句话里的个人信息`,
})

/** As staff read it. */
const staffWords = ({ asked, given, called, thing }: Said): EventWords => ({
  request: ({ to }) => `居民${asked(to)}`,
  cancel: ({ by, side }) => (side === 'party' ? `居民${given}` : `${staffName(by)} ${called}`),
  supplement: () => '居民补充了说明',
  see: ({ by }) => `${staffName(by)} 打开了申请`,
  confirm: ({ by }) => (by === null ? '自动确认' : `${by} 确认了`),
  refuse: ({ by }) => `${staffName(by)} 没有同意`,
  ask: ({ by }) => `${staffName(by)} 请居民补充`,
  undo: ({ by }) => `${staffName(by)} 收回了决定`,
  offer: () => `轮到这一件，${thing}为居民保留`,
  accept: () => '居民接受了',
  decline: () => '居民让给了下一位',
  leave: () => '居民退出了排队',
  move: ({ by }) => `${staffName(by)} 调整了排队位置`,
  erase: ({ by, side }) => `${side === 'party' ? '居民' : `${staffName(by)} `}删去了一句话里的个人信息`,
})

/** A service's timeline, for either reader; what it has no words for is said to have happened. */
export function eventWords(own: OwnEvents = {}) {
  const said: Said = {
    asked: () => '提交了申请',
    given: '取消了',
    called: '取消了',
    thing: '名额',
    completed: '办完了',
    ...own,
  }
  // Where nothing is kept for anybody there is no line that could end.
  const ends: EventWords = own.thing === undefined ? { lapse: () => '过了期限，已结束' } : {}
  const either: EventWords = { ...partyWords(said), ...ends }
  const party: EventWords = { ...either, ...own.party }
  // What the person served is told as 您 is not told to staff.
  const staff: EventWords = { ...either, ...staffWords(said), ...own.staff }
  return (event: CaseEvent, reader: Reader): string =>
    (reader === 'staff' ? staff : party)[event.action]?.(event) ?? something
}
