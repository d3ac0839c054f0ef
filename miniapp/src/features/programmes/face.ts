/** An enrolment, told to the app. */
import { type EnrolmentCase, enrolmentMeaning, type EnrolmentDetail } from '@linli/contracts/enrolment-case'
import { eventWords } from '../../shared/cases/event-words'
import type { HomeWords } from '../../shared/cases/face'
import { lineAhead, lineNext } from '../../shared/cases/line-face'
import { inSentence, makeFace } from '../../shared/cases/make-face'
import { lastNote } from '../../shared/cases/timeline-notes'
import { pages } from '../../shared/navigation/pages'
import { dateSpanWords, momentWords, spokenMoment } from '../../shared/time/time-words'
import { enrolmentWords } from '../../shared/words/enrolment-words'
import { faceText } from './face-text'

const thing = '名额'
const { draw, come } = faceText.ahead

const when = ({ facts }: EnrolmentCase, now: number) => dateSpanWords(facts.startsOn, facts.endsOn, now)

const drawn = ({ to }: { to: string }) => faceText.drawn[to === 'confirmed' ? 'placed' : 'waiting']

const base = makeFace<EnrolmentCase, EnrolmentDetail>({ name: '托管报名', declaration: enrolmentMeaning })

export const enrolmentFace = makeFace<EnrolmentCase, EnrolmentDetail>({
  name: base.name,
  declaration: enrolmentMeaning,
  words: enrolmentWords,
  thing,
  rated: { name: '课后托管', which: '哪个托管班', in: ['completed'] },
  when,
  home,
  next,
  event: eventWords({
    asked: (to) => (to === 'waiting' || to === 'entered' ? faceText.asked[to] : faceText.asked.confirmed),
    given: '退出了托管',
    called: '取消了名额',
    completed: '这一期结束了',
    thing,
    party: { draw: drawn },
    staff: { draw: drawn },
  }),
  ahead({ state, startsAt }, now) {
    if (state === 'entered') return [draw]
    return state === 'confirmed' && now < Date.parse(startsAt) ? [come] : lineAhead(state, come)
  },
})

function next(one: EnrolmentDetail, now: number): string {
  const words = faceText.next
  const said = lineNext(one, faceText.line, now)
  if (said !== null) return said
  if (one.state === 'entered') return words.entered(one.facts.drawNumber)
  if (one.state === 'confirmed') {
    const { startsAt } = one
    return now < Date.parse(startsAt) ? words.starts(spokenMoment(startsAt, now)) : words.running
  }
  if (one.state !== 'cancelled') return words.completed
  const byParty = one.timeline.some((event) => event.action === 'cancel' && event.side === 'party')
  if (byParty) return words.cancelled
  const why = lastNote(one, 'cancel')
  return why === null ? words.cancelledByStaff : words.cancelledFor(why)
}

/** While care is on what counts is the child's day; before that when it is next, or from when to when. */
function home(one: EnrolmentCase, now: number): HomeWords<EnrolmentDetail> {
  const { childId, startsAt, state } = one
  const what = base.title(one)
  const comes = state === 'confirmed'
  if (comes && childId !== null && Date.parse(startsAt) <= now) {
    const { careOn, careOnHelp } = faceText
    const spoken = () => `${careOn}，${careOnHelp}。`
    return {
      when: careOn,
      what,
      where: careOnHelp,
      to: pages.childDays(childId),
      picture: 'children',
      tagged: false,
      asks: false,
      spoken,
    }
  }
  return {
    when: comes ? momentWords(startsAt, now) : when(one, now),
    what,
    where: one.communityName,
    to: pages.case(one.id),
    picture: 'children',
    tagged: true,
    asks: false,
    spoken: () => `${comes ? spokenMoment(startsAt, now) : when(one, now)}，${inSentence(what)}。`,
  }
}
