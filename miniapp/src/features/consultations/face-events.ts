import { eventWords } from '../../shared/cases/event-words'

const who = (by: string | null) => by ?? '值班的人'

/** The timeline: that something happened, by whom, and never what was said. */
export const consultationEvent = eventWords({
  asked: () => '提交了一件办件',
  given: '撤回了',
  party: {
    add: () => '您补充了',
    answer: ({ by }) => `${who(by)}答复了`,
    ask: ({ by }) => `${who(by)}想再了解`,
    correct: ({ by }) => `${who(by)}更正了前面的话`,
    attempt: ({ by }) => `${who(by)}联系过您`,
    visit: () => '请社区的人捎话给您',
    offer_times: ({ by }) => `${who(by)}提了几个时间`,
    take_time: () => '您选好了时间',
    give_time_back: ({ side, by }) =>
      side === 'party' ? '您取消了约好的时间' : `${who(by)}取消了约好的时间`,
    propose_referral: ({ by }) => `${who(by)}建议转给别的单位`,
    consent: () => '您同意转出',
    decline: () => '您没有同意转出',
    acknowledge: () => '对方接收了',
    send_back: () => '对方没有接收，转回来了',
    pass_on: () => '换人继续办',
    assign: ({ by }) => (by === null ? '安排好了人' : `${by}来办`),
    thank: () => '您道了谢',
    close: () => '办结了',
    lapse: ({ from }) => (from === 'referred' ? '对方没有按时接收，转回来了' : '两周没有新的消息，办结了'),
    escalate: () => '超过答复时间，已报上级催办',
  },
  staff: {
    add: () => '居民补充了',
    answer: ({ by }) => `${who(by)}答复了`,
    ask: ({ by }) => `${who(by)}请居民补充`,
    correct: ({ by }) => `${who(by)}更正了前面的话`,
    acknowledge: ({ by }) => `${who(by)}接收了`,
    send_back: ({ by }) => `${who(by)}没有接收，转回来了`,
    assign: ({ by }) => (by === null ? '安排好了人' : `${by}来办`),
    close: ({ by }) => `${who(by)}办结了`,
    lapse: ({ from }) => (from === 'referred' ? '对方没有按时接收，转回来了' : '两周没有新的消息，办结了'),
    attempt: () => '联系过居民',
    visit: () => '请社区的人捎话',
    offer_times: () => '提了见面时间',
    take_time: () => '居民选好了时间',
    give_time_back: () => '取消了约好的时间',
    propose_referral: () => '建议转出',
    consent: () => '居民同意转出',
    decline: () => '居民没有同意转出',
    pass_on: () => '换人继续办',
    thank: () => '居民道了谢',
  },
})
