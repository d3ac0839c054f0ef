/** A legal consultation, told to the spine: neutral wherever the spine shows it, and worked on by one person. */
import { consultationDeclaration } from '@linli/contracts/consultation-case'
import type { Kind } from '../cases/kind'
import { onLeave } from './account-store'
import { type ConsultationFacts, consultationFacts } from './facts-store'
import { mayRead } from './files-store'
import { moved } from './moved'
import { nextMeetings, restingOf } from './meetings/read-store'
import { handlerBadge } from './policy'
import { threadsOf } from './taken-along'

/** Until when its person can ask on counts from the minute of an answer or of a meeting: that is theirs to know. */
const shown = ({ urgent, handlerName, askUntil }: ConsultationFacts, asParty: boolean) => ({
  urgent,
  handler: handlerName,
  askUntil: asParty && askUntil !== null ? new Date(askUntil).toISOString() : null,
})

export const consultationKind: Kind<ConsultationFacts> = {
  ...consultationDeclaration,
  readByStaff: true,
  handlerBadge,
  // That it was asked is known to all; what came of it before, to whom it was handed over.
  showsEvent: ({ handedAt }, { at, from }) => from === null || handedAt === null || at >= new Date(handedAt),
  rated: true,
  dayless: true,
  // It is the sender's again, with a due time of its own.
  lapsesItself: ['referred'],
  next: nextMeetings,
  resting: restingOf,
  keepsFromLeaving: false,
  facts: consultationFacts,
  conditions: {
    can_ask_on: ({ askUntil }, _row, now) => askUntil !== null && now < new Date(askUntil),
    not_thanked: ({ thanked }) => !thanked,
    was_answered: ({ answered }) => answered,
    calls_left: ({ callsLeft }) => callsLeft,
    // What was not acknowledged in time is over, though nobody has written it down.
    no_referral_open: ({ referralOpen }, { state, lapsesAt }, now) =>
      !referralOpen || (state === 'referred' && lapsesAt !== null && lapsesAt <= now),
  },
  summary: (facts, _row, asParty) => shown(facts, asParty),
  detail: (facts, _row, { reader }) => shown(facts, reader === 'party'),
  exported: {
    labels: {
      urgent: '急',
      unnamed: '不让社区知道是我',
      handler: '谁在办',
      opposite: '对方',
      thread: '说过的话',
    },
    of: ({ urgent, unnamed, handlerName }) => ({ urgent, unnamed, handler: handlerName }),
    more: threadsOf,
  },
  onLeave,
  files: { tag: 'legal', mayRead },
  actionWords: {
    add: '补充或接着问',
    answer: '顾问答复',
    ask: '顾问想再了解',
    correct: '顾问更正了一句话',
    thank: '道谢',
    close: '办结',
    lapse: '时间到了',
    attempt: '顾问打过电话',
    visit: '请社区上门带话',
    offer_times: '顾问给了几个时间',
    take_time: '选定了时间',
    give_time_back: '取消了预约',
    propose_referral: '顾问建议转办',
    consent: '同意转办',
    decline: '没有同意转办',
    acknowledge: '对方已接收',
    send_back: '对方没有接收',
    assign: '换一位顾问来办',
    pass_on: '换一位顾问来办',
  },
  moved,
}
