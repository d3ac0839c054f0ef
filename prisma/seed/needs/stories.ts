/** What a few made-up residents need a hand with, one in each state. */
import type { DayPart, Help, NeedState } from '@linli/contracts/need-case'

export interface Story {
  state: NeedState
  help: Help
  wish: string
  place: string
  part: DayPart
  /** Days ago on which it was asked for. */
  askedAgo: number
  /** Asked by somebody of the family. */
  forParent?: true
  /** Days from today on which somebody comes or came, and from which hour. */
  comes?: { inDays: number; from: number; helper: string }
  note?: string
}

export const stories: readonly Story[] = [
  {
    state: 'open',
    help: 'medical',
    wish: '腿脚不便，想请人陪去医院拿药',
    place: '3 栋 402',
    part: 'morning',
    askedAgo: 0,
  },
  {
    state: 'arranged',
    forParent: true,
    help: 'cleaning',
    wish: '窗户太高，老人擦不到',
    place: '1 栋 201',
    part: 'afternoon',
    askedAgo: 1,
    comes: { inDays: 1, from: 15, helper: '志愿者小赵、小李' },
  },
  {
    state: 'asked',
    help: 'meal',
    wish: '老伴住院，中午想请人送一顿饭',
    place: '2 栋 103',
    part: 'any',
    askedAgo: 2,
    comes: { inDays: -1, from: 11, helper: '志愿者小周' },
  },
  {
    state: 'met',
    help: 'company',
    wish: '想有人来读读报、说说话',
    place: '5 栋 302',
    part: 'afternoon',
    askedAgo: 9,
    comes: { inDays: -6, from: 14, helper: '志愿者小杨' },
  },
  {
    state: 'refused',
    help: 'other',
    wish: '热水器坏了，想请人修',
    place: '3 栋 402',
    part: 'any',
    askedAgo: 12,
    note: '这件事要专业的人做，社区会打电话告诉您找谁',
  },
]
