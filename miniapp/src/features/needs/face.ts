/** 找人帮, told to the app. */
import { type NeedCase, needDeclaration, type NeedDetail } from '@linli/contracts/need-case'
import { cancelNeed, needMet, needUnmet } from '@linli/contracts/needs'
import { eventWords } from '../../shared/cases/event-words'
import { makeFace } from '../../shared/cases/make-face'
import { dayWords, momentWords, spanWords } from '../../shared/time/time-words'
import { faceText } from './text'

/** When it is wished for, in words. */
export const wantedWords = ({ facts: { day, part } }: NeedCase | NeedDetail, now: number): string =>
  faceText.wanted(day === null ? '' : dayWords(day, now), part)

/** When somebody comes or came; before that when it is wished for. */
const when = (one: NeedCase | NeedDetail, now: number): string => {
  const { comesAt, leavesAt } = one.facts
  return comesAt === null || leavesAt === null ? wantedWords(one, now) : spanWords(comesAt, leavesAt, now)
}

export const needFace = makeFace<NeedCase, NeedDetail>({
  name: faceText.name,
  declaration: needDeclaration,
  title: ({ title }) => title,
  when,
  head: (one, now) => ({ first: one.title, second: when(one, now) }),
  deskHead: (one, now) => ({ first: one.title, second: when(one, now) }),
  next,
  event: eventWords({
    asked: () => '请社区帮忙',
    given: '说不用帮了',
    party: {
      arrange: ({ by }) => `社区 ${by ?? ''} 约好了人和时间`,
      reopen: ({ by }) => `社区 ${by ?? ''} 说原来的人来不了，另外找`,
      refuse: ({ by }) => `社区 ${by ?? ''} 说帮不了`,
      met: () => '您说帮到了',
      unmet: () => '您说没帮到，社区再安排',
      told_met: ({ by }) => `社区 ${by ?? ''} 打电话问了，您说帮到了`,
      told_unmet: ({ by }) => `社区 ${by ?? ''} 打电话问了，您说没帮到`,
      lapse: () => '还不知道帮到了没有，社区会打电话问您',
    },
    staff: {
      arrange: ({ by }) => `${by ?? ''} 约好了人和时间`,
      reopen: ({ by }) => `${by ?? ''} 另外找人`,
      refuse: ({ by }) => `${by ?? ''} 说帮不了`,
      met: () => '居民说帮到了',
      unmet: () => '居民说没帮到',
      told_met: ({ by }) => `${by ?? ''} 打电话问了，居民说帮到了`,
      told_unmet: ({ by }) => `${by ?? ''} 打电话问了，居民说没帮到`,
      lapse: () => '居民没有说帮到了没有，请打电话问',
    },
  }),
  facts: (one) => factsOf(one, Date.now()),
  acts: [
    { action: 'met', word: faceText.met, endpoint: needMet, said: faceText.metSaid },
    {
      action: 'unmet',
      word: faceText.unmet,
      look: 'ghost',
      endpoint: needUnmet,
      said: faceText.unmetSaid,
      note: { title: faceText.unmetTitle, label: faceText.unmetLabel, usual: faceText.unmetUsual },
    },
    {
      action: 'cancel',
      word: faceText.cancel,
      look: 'ghost',
      endpoint: cancelNeed,
      said: faceText.cancelled,
      confirm: {
        title: faceText.cancelTitle,
        lines: faceText.cancelLines,
        yes: faceText.cancelYes,
        no: faceText.cancelNo,
      },
    },
  ],
})

/** What its person reads of it; staff read it with a tap that is recorded. */
function factsOf(one: NeedDetail, now: number): [string, string][] {
  const { wish, place, helper, comesAt, leavesAt } = one.facts
  const all: [string, string | null][] = [
    [faceText.when, wantedWords(one, now)],
    [faceText.comes, comesAt === null || leavesAt === null ? null : spanWords(comesAt, leavesAt, now)],
    [faceText.helper, helper],
    [faceText.wish, wish],
    [faceText.place, place],
  ]
  return all.flatMap(([name, words]) => (words === null ? [] : [[name, words]]))
}

function next(one: NeedDetail, now: number): string {
  const words = faceText.next
  const { state, dueAt, overdue, facts } = one
  if (state === 'arranged') {
    const { comesAt, leavesAt, helper } = facts
    if (comesAt === null || leavesAt === null || Date.parse(comesAt) <= now) return words.ask
    return words.coming(spanWords(comesAt, leavesAt, now), helper ?? '')
  }
  if (state !== 'open') return words[state]
  if (overdue) return words.late
  return dueAt === null ? words.open : words.openBy(momentWords(dueAt, now))
}
