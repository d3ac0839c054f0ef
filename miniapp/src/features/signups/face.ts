/** A volunteer's signup, told to the app. */
import { type SignupCase, signupMeaning, type SignupDetail } from '@linli/contracts/signup-case'
import { eventWords, type EventWords } from '../../shared/cases/event-words'
import { lineAhead, lineNext } from '../../shared/cases/line-face'
import { makeFace } from '../../shared/cases/make-face'
import { lastNote } from '../../shared/cases/timeline-notes'
import { pages } from '../../shared/navigation/pages'
import { momentWords, spanWords, spokenMoment } from '../../shared/time/time-words'
import { faceText as words } from './face-text'

const thing = '名额'

/** @param who how the volunteer is called */
const eventsFor = (who: string): EventWords => {
  const by =
    (said: string): EventWords[string] =>
    (event) =>
      `${event.by ?? '社区'} ${said}`
  return {
    withdraw: () => who + words.withdraw,
    call_off: () => words.callOff,
    unfit: () => words.unfit,
    reschedule: () => words.reschedule,
    moved_off: () => who + words.movedOff,
    finish: () => words.finish,
    credit: by(words.credit),
    miss: by(words.miss),
    dispute: () => who + words.dispute,
  }
}

const when = ({ endsAt, facts }: SignupCase, now: number) => spanWords(facts.startsAt, endsAt, now)

const base = makeFace<SignupCase, SignupDetail>({ name: words.name, declaration: signupMeaning, thing, when })

export const signupFace = makeFace<SignupCase, SignupDetail>({
  name: words.name,
  declaration: signupMeaning,
  thing,
  when,
  home(one, now) {
    const { facts } = one
    const what = base.title(one)
    const at = facts.place === null ? [] : [words.at(facts.place)]
    return {
      when: when(one, now),
      what,
      where: facts.place ?? words.home,
      to: pages.case(one.id),
      spot: 'hand',
      tagged: true,
      asks: false,
      spoken: () => [spokenMoment(facts.startsAt, now), ...at, what].join('，') + '。',
    }
  },
  head: (one, now) => ({
    first: base.title(one),
    second: [when(one, now), one.facts.place ?? ''].filter(Boolean).join(' · '),
  }),
  next,
  event: eventWords({
    asked: (to) => (to === 'waiting' ? words.waits : words.asked),
    called: words.called,
    thing,
    party: eventsFor('您'),
    staff: eventsFor('志愿者'),
  }),
  ahead({ state, endsAt }, now) {
    if (state === 'confirmed') return now < Date.parse(endsAt) ? [words.come] : []
    return lineAhead(state, words.come)
  },
})

function next(one: SignupDetail, now: number): string {
  const said = words.next
  const { state, dueAt, overdue, facts } = one
  if (state === 'confirmed') return confirmedWords(one, now)
  if (state === 'review' || state === 'disputed')
    return overdue || dueAt === null ? said.late : said.reviewBy(momentWords(dueAt, now))
  if (state === 'completed') return said.completed(String((facts.halves ?? 0) / 2))
  if (state === 'absent') return said.absent
  const line = lineNext(one, words.line, now)
  if (line !== null) return line
  const why = lastNote(one, 'cancel')
  if (why !== null) return said.why(why)
  const last = one.timeline[one.timeline.length - 1]?.action
  if (last === 'call_off') return said.calledOff
  if (last === 'moved_off') return said.movedOff
  return last === 'unfit' ? said.unfit : said.withdrawn
}

function confirmedWords({ endsAt, facts }: SignupDetail, now: number): string {
  const said = words.next
  if (Date.parse(endsAt) <= now) return said.over
  if (Date.parse(facts.startsAt) <= now) return said.nowOn
  return facts.twoPeople && !facts.bothStand ? said.second : said.comeThen(spokenMoment(facts.startsAt, now))
}
