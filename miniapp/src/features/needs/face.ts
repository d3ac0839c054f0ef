/** 找人帮, told to the app. */
import type { CaseEvent } from '@linli/contracts/case-base'
import { type NeedCase, needMeaning, type NeedDetail } from '@linli/contracts/need-case'
import { eventWords, type EventWords } from '../../shared/cases/event-words'
import { makeFace } from '../../shared/cases/make-face'
import type { Standing } from '../../shared/cases/face'
import { dayWords, momentWords, spanWords } from '../../shared/time/time-words'
import { faceText } from './face-text'

/** When somebody comes or came; while nobody is to come the day it is wished for. */
const when = ({ state, facts: { day, comesAt, leavesAt } }: NeedCase | NeedDetail, now: number): string => {
  if (state !== 'open' && comesAt !== null && leavesAt !== null) return spanWords(comesAt, leavesAt, now)
  return day === null ? '' : dayWords(day, now)
}

/** @param person how whoever asked is called */
const eventsFor = (person: string, byOf: (by: string | null) => string): EventWords => {
  const told =
    (words: string) =>
    ({ by }: Pick<CaseEvent, 'by'>) =>
      faceText.tried(byOf(by)) + words
  return {
    arrange: ({ by }) => faceText.arrange(byOf(by)),
    rearrange: ({ by }) => faceText.rearrange(byOf(by)),
    reopen: ({ by }) => faceText.reopen(byOf(by)),
    refuse: ({ by }) => faceText.refuse(byOf(by)),
    request: ({ by, side }) => faceText.request(side === 'staff' ? byOf(by) : (by ?? person), by !== null),
    met: ({ by }) => faceText.met(by ?? person),
    unmet: ({ by }) => faceText.unmet(by ?? person),
    told_met: told(faceText.met(person)),
    told_unmet: told(faceText.unmet(person)),
    finish: () => faceText.finish,
    chase: () => faceText.chase,
    unreached: ({ by }) => faceText.unreached(byOf(by)),
    taken: () => faceText.taken,
    given_back: () => faceText.givenBack,
  }
}

/** Of what has no day yet, when it was asked for: several of one kind are told apart. */
const filed = ({ createdAt }: NeedCase, now: number) => faceText.filed(momentWords(createdAt, now))

const base = makeFace<NeedCase, NeedDetail>({
  name: faceText.name,
  declaration: needMeaning,
  spot: 'home',
  rated: { name: faceText.name, which: faceText.which, in: ['met', 'refused'] },
  title: ({ title }) => title,
  row: (one, now) => ({
    first: one.title,
    second: [faceText.name, when(one, now) || filed(one, now)].join(' · '),
  }),
  deskRow: (one, now) => ({
    quiet: needMeaning.states[one.state].word,
    first: [one.title, when(one, now)].filter(Boolean).join(' · '),
    second: [faceText.name, filed(one, now)],
  }),
  when,
  head: (one, now) => ({ first: one.title, second: when(one, now) }),
  deskHead: (one, now) => ({ first: one.title, second: when(one, now) }),
  next,
  event: eventWords({
    asked: () => '请社区帮忙',
    given: '说不用帮了',
    party: eventsFor('您', (by) => `社区 ${by ?? ''} `),
    staff: eventsFor('居民', (by) => `${by ?? ''} `),
  }),
})

/** That somebody comes is as good as a room that is confirmed. */
export const needFace = {
  ...base,
  tone: (one: Standing) => (one.state === 'arranged' ? ('good' as const) : base.tone(one)),
}

function next(one: NeedDetail, now: number): string {
  const words = faceText.next
  const { state, dueAt, overdue, facts } = one
  if (state === 'arranged') {
    const { comesAt, leavesAt, helper } = facts
    if (comesAt === null || leavesAt === null || Date.parse(leavesAt) <= now) return words.asked
    const coming = words.coming(spanWords(comesAt, leavesAt, now), helper ?? '')
    return Date.parse(comesAt) <= now ? coming + words.here : coming
  }
  if (state !== 'open') return words[state]
  if (overdue) return words.late
  return dueAt === null ? words.open : words.openBy(momentWords(dueAt, now))
}
