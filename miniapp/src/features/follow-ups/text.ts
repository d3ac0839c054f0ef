import type { CaseState } from '@linli/contracts/case-base'
import type { FollowUpRole, FollowUpShow } from '@linli/contracts/follow-ups'
import type { Step } from './steps'

export interface StepText {
  button: string
  title: string
  /** Names the field of its words. */
  label: string
  /** Who reads them, and what belongs in them. */
  help?: string
  /** What follows. */
  does: string
  /** On the button of its sheet, where 发送 would be wrong. */
  send?: string
  usual: readonly string[]
}

/** Of every note but the unit's own. */
export const masked = '姓名、号码和具体日期会自动隐去。'
const ofCall = `评价人会看到这段话的全文；没有公开时，被评单位看不到。${masked}`

export const followUpText = {
  title: '评价跟进',
  one: '这件差评',
  filter: '看哪些',
  shows: { mine: '等我处理', overdue: '超期', open: '全部未结', ended: '已结' } satisfies Record<
    FollowUpShow,
    string
  >,
  empty: {
    mine: '没有等您处理的差评',
    overdue: '没有超期的差评',
    open: '没有正在跟进的差评',
    ended: '还没有办结的差评',
  } satisfies Record<FollowUpShow, string>,
  emptyHelp: '有新的差评会自动出现在这里。',
  emptyWatching: '没有需要跟进的差评',
  sorted: '按时限排列',
  keys: 'j k 上下，Enter 打开',
  pick: '从左边选一件',
  pickHelp: '也可以用键盘：j、k 上下，Enter 打开。',
  desk: '今天要办的',
  state: {
    contacting: '等上级联系评价人',
    rectifying: '单位正在整改',
    informing: '已整改，等上级回访',
    verdict: '已回访，等评价人表态',
    reviewing: '等另一个单位复核',
    closed: '已办结',
    overturned: '复核：评价不成立',
  } as Partial<Record<CaseState, string>>,
  due: {
    contacting: '联系',
    rectifying: '整改',
    informing: '回访',
    reviewing: '复核',
  } as Partial<Record<CaseState, string>>,
  late: '已超期',
  today: '今天内',
  before: (day: string) => `${day} 前`,
  dueOf: (what: string, when: string) => (what === '' ? when : `${what}${when}`),
  escalated: (n: number) => (n === 1 ? '已报上一级' : `已报上 ${n} 级`),
  stop: (when: string) => `整改最迟到 ${when}，过了就按没有整改计。`,
  rated: '评了什么',
  service: '服务',
  unit: '被评单位',
  handler: '跟进单位',
  aboutHidden: '用过的人少，说出来就知道是谁评的，所以不显示',
  grade: '评价',
  reasons: '哪里不好',
  noReasons: '未选原因',
  text: '写的话',
  textHidden: '您只看进度，看不到写的话。',
  noText: '没有写',
  /** For the unit, which reads of a text only what has passed, the day after. */
  nothingToRead: '没有可看的话',
  supplement: '追评',
  masked: '姓名和号码会自动隐去。',
  case: '对应办件',
  progress: '进度',
  appealed: '单位已申诉过一次',
  second: '二次评价',
  verdict: { yes: '评价人对整改满意', no: '评价人对整改不满意' },
  role: {
    rater: '',
    unit: '由评价人表态或上级复核后结案，本单位不能结案。',
    handler: '您是跟进单位：联系评价人、督促整改、回访告知。结案由评价人说了算。',
    reviewer: '您是复核单位：看双方说法，独立作出结论。',
    observer: '您在监督：能看进度和时限，看不到评价人和写的话。',
  } satisfies Record<FollowUpRole, string>,
  named: { yes: '评价人同意本单位知道是谁。', no: '评价人不公开。' },
  turn: {
    mine: '轮到您处理。',
    unit: '等被评单位整改。',
    handler: '等跟进单位处理。',
    reviewer: '等复核单位作出结论。',
    rater: '等评价人说整改得怎么样。',
    over: '这件差评已办结。',
  },
  contact: '评价人',
  done: '已记录',
  step: {
    attempt: {
      button: '没打通',
      title: '没打通，记一笔',
      label: '通话情况',
      does: `${ofCall}时限不变，请换个时间再打。`,
      send: '记一笔',
      usual: ['响铃无人接听', '对方正忙，稍后再打', '关机'],
    },
    contact: {
      button: '已联系上',
      title: '已联系上评价人',
      label: '要改什么',
      help: '双方都会看到。',
      does: `不要写评价人是谁。${masked}记录后转给被评单位整改。`,
      usual: [],
    },
    extend: {
      button: '延长整改',
      title: '延长整改时间',
      label: '延长的原因',
      help: '双方都会看到。',
      does: `只能延长一次，最迟到整改的最后期限。${masked}`,
      usual: ['需要采购更换设备', '需要请维修单位上门'],
    },
    rectify: {
      button: '提交整改结果',
      title: '整改结果',
      label: '改了什么',
      help: '写具体，也写什么时候改好的。',
      does: '提交后由上级回访评价人，本单位不能结案。',
      usual: [],
    },
    return: {
      button: '退回再整改',
      title: '退回再整改',
      label: '还差什么',
      help: '双方都会看到。',
      does: `退回被评单位，整改的最后期限不变。${masked}`,
      usual: [],
    },
    tell: {
      button: '已回访告知',
      title: '已回访，告知了结果',
      label: '告知的情况',
      help: '告知了什么，评价人怎么答。',
      does: `${ofCall}记录后由评价人自己说满意不满意。`,
      usual: [],
    },
    appeal: {
      button: '申诉',
      title: '申诉：认为评价与事实不符',
      label: '理由和依据',
      does: '评价人会知道您申诉，由另一个单位复核。每件只能申诉一次。',
      usual: [],
    },
    uphold: {
      button: '评价成立',
      title: '复核：评价成立',
      label: '依据',
      help: '双方都会看到。',
      does: `申诉不采纳，继续跟进整改。${masked}`,
      usual: [],
    },
    overturn: {
      button: '评价不成立',
      title: '复核：评价不成立',
      label: '依据',
      help: '双方都会看到。',
      does: `这条评价不再计入，跟进就此结束，不能撤回。${masked}`,
      usual: [],
    },
    again: {
      button: '再整改',
      title: '复核：再整改',
      label: '还要改什么',
      help: '双方都会看到。',
      does: `退回被评单位重新整改，之后再回访。${masked}`,
      usual: [],
    },
    conclude: {
      button: '维持结果',
      title: '复核：维持整改结果',
      label: '依据',
      help: '双方都会看到。',
      does: `就此办结，不能撤回。评价人的“不满意”照样计入。${masked}`,
      usual: [],
    },
  } satisfies Record<Step, StepText>,
}
