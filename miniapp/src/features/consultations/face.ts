/**
 * 法律咨询, told to the app: neutral wherever somebody may look over a shoulder. Staff read which kind it is, its number,
 * its state and by when; what it is about stands on the thread's page alone (docs/product.md › Legal consultation).
 */
import {
  type ConsultationCase,
  consultationMeaning,
  type ConsultationDetail,
  neutralTitle,
} from '@linli/contracts/consultation-case'
import type { Reader, Standing } from '../../shared/cases/face'
import { makeFace } from '../../shared/cases/make-face'
import { pages } from '../../shared/navigation/pages'
import { momentWords } from '../../shared/time/time-words'
import { consultationEvent } from './face-events'
import { faceText } from './face-text'

const base = makeFace<ConsultationCase, ConsultationDetail>({
  name: neutralTitle,
  declaration: consultationMeaning,
})

/** 等您补充 is said to whom it is asked of. */
const state = (one: Standing, now: number, reader: Reader) =>
  reader === 'staff' && one.state === 'asked' ? faceText.askedForStaff : base.state(one, now, reader)

/** The number stands further down on its page, for the telephone and the counter. */
const named = ({ createdAt }: Pick<ConsultationCase, 'createdAt'>, now: number) => ({
  first: neutralTitle,
  second: faceText.filed(momentWords(createdAt, now)),
})

export const consultationFace = makeFace<ConsultationCase, ConsultationDetail>({
  name: neutralTitle,
  declaration: consultationMeaning,
  // Said of all of a community's, and to staff; what lies on a person's own screen is called by its title.
  rated: { name: faceText.kind, which: faceText.which, in: ['closed'] },
  state,
  title: () => neutralTitle,
  when: () => '',
  // All have one title: when it was filed tells them apart for whoever filed them.
  row: named,
  home: (one, now) => {
    const words = base.state(one, now, 'party')
    return {
      when: one.startsAt === null ? words : momentWords(one.startsAt, now),
      what: neutralTitle,
      where: one.communityName,
      to: pages.case(one.id),
      tagged: one.startsAt !== null,
      asks: false,
      spoken: () => faceText.spoken(words),
    }
  },
  deskRow: (one, now) => ({
    quiet: state(one, now, 'staff'),
    first: faceText.kind,
    second: [one.number, state(one, now, 'staff')],
  }),
  head: named,
  deskHead: ({ number }) => ({ first: faceText.kind, second: number }),
  next,
  event: consultationEvent,
})

/** What happens next, and nothing of why. */
function next(one: ConsultationDetail, now: number): string {
  const words = faceText.next
  const { askUntil } = one.facts
  switch (one.state) {
    case 'waiting':
      if (one.dueAt === null) return words.waiting
      return one.overdue ? words.overdue : words.waitingBy(momentWords(one.dueAt, now))
    case 'asked':
      return words.asked
    case 'answered':
      return words.answered
    case 'referred':
      return one.lapsesAt === null ? words.referred : words.referredBy(momentWords(one.lapsesAt, now))
    case 'closed':
      return askUntil !== null && Date.parse(askUntil) > now
        ? words.closedAskOn(momentWords(askUntil, now))
        : words.closed
    case 'cancelled':
      return words.cancelled
  }
}
