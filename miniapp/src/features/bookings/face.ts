/** A booking, told to the app. */
import { type BookingCase, bookingMeaning, type BookingDetail } from '@linli/contracts/booking-case'
import type { Purpose } from '@linli/contracts/rooms'
import { purposeWord } from '@linli/contracts/words'
import { eventWords } from '../../shared/cases/event-words'
import type { HomeWords, Reader, Standing } from '../../shared/cases/face'
import { lineAhead } from '../../shared/cases/line-face'
import { makeFace } from '../../shared/cases/make-face'
import { pages } from '../../shared/navigation/pages'
import {
  clockSpan,
  countdownWords,
  dueWords,
  lengthWords,
  momentWords,
  spanWords,
  spokenMoment,
} from '../../shared/time/time-words'
import { bookingNext } from './face-next'
import { faceText } from './face-text'

const thing = '时段'

const purposeOf = ({ facts: { purpose } }: BookingCase) =>
  Object.prototype.hasOwnProperty.call(purposeWord, purpose) ? purposeWord[purpose as Purpose] : '其他'
const title = (one: BookingCase) => `${one.title} · ${purposeOf(one)}`
const when = ({ startsAt, endsAt }: BookingCase, now: number) => spanWords(startsAt, endsAt, now)

const base = makeFace<BookingCase, BookingDetail>({
  name: '场地预订',
  declaration: bookingMeaning,
  thing,
})

/** Staff asked, and the answer still comes in time. */
const isAsked = ({ state, startsAt, waitingFor }: Standing, now: number) =>
  state === 'pending' && waitingFor === 'party' && (startsAt == null || now < Date.parse(startsAt))

const stateOf = (one: Standing, now: number, reader: Reader) =>
  isAsked(one, now) ? faceText[reader === 'staff' ? 'askedForStaff' : 'asked'] : base.state(one, now, reader)

/** Nobody has to answer, and no use is near that would say more. */
const saidByState: readonly string[] = ['waiting', 'held', 'refused', 'completed']

export const bookingFace = makeFace<BookingCase, BookingDetail>({
  name: base.name,
  declaration: bookingMeaning,
  thing,
  state: stateOf,
  rated: { name: base.name, which: '哪个场地', in: ['completed', 'refused'] },
  title,
  when,
  row: (one, now) => ({
    first: when(one, now),
    second: title(one),
  }),
  home,
  deskRow: (one, now) => ({
    quiet: saidByState.includes(one.state)
      ? base.state(one, now, 'staff')
      : clockSpan(one.startsAt, one.endsAt),
    first: `${purposeOf(one)} · ${when(one, now)}`,
    second: [one.title, ...presence(one, now), faceText.people(one.facts.attendees)],
  }),
  deskDue(one, dueAt, now) {
    const { startsAt, overdue } = one
    if (isAsked(one, now)) return faceText.askedForStaff
    const start = Date.parse(startsAt)
    if (overdue || start >= Date.parse(dueAt)) return dueWords(dueAt, now)
    return start <= now ? faceText.usedAlready : faceText.usedFirst(momentWords(startsAt, now))
  },
  head,
  deskHead: head,
  next: bookingNext,
  event: eventWords({
    asked: (to) => (to === 'waiting' ? '排进了队伍' : '提交了申请'),
    given: '取消了预订',
    called: '取消了预订',
    thing,
    party: {
      reschedule: ({ by, side }) =>
        side === 'party' ? '您改了时间' : `社区${by === null ? '' : ` ${by}`} 改了时间或场地`,
      replace: () => '新的时间确认了，这一次让给别人',
      arrive: () => '您签到了',
      check_in: ({ by }) => `社区${by === null ? '' : ` ${by}`} 记下您到了`,
      uncheck: ({ by }) => `社区${by === null ? '' : ` ${by}`} 收回了签到`,
      release: () => '没有签到，场地让给别人了',
      regain: ({ by }) => `社区${by === null ? '' : ` ${by}`} 把场地还给您`,
    },
    staff: {
      reschedule: ({ by, side }) =>
        side === 'party' ? '居民改了时间' : `${by ?? '工作人员'} 改了时间或场地`,
      replace: () => '新的时间确认了，这一次空出来了',
      arrive: () => '居民签到了',
      check_in: ({ by }) => `${by ?? '工作人员'} 记下人到了`,
      uncheck: ({ by }) => `${by ?? '工作人员'} 收回了签到`,
      release: ({ by }) => `没有人来，${by ?? '工作人员'} 让给别人了`,
      regain: ({ by }) => `人来了，${by ?? '工作人员'} 把场地还给他`,
    },
  }),
  ahead({ state, endsAt }, now) {
    const { decide, come } = faceText.ahead
    if (state === 'pending') return [decide, come]
    return state === 'confirmed' && now < Date.parse(endsAt) ? [come] : lineAhead(state, come)
  },
})

/** Whether somebody is there, while it is used: for whoever watches the rooms. */
function presence({ state, startsAt, endsAt, facts }: BookingCase, now: number): string[] {
  const late = Math.floor((now - Date.parse(startsAt)) / 60_000)
  if (state !== 'confirmed' || now >= Date.parse(endsAt)) return []
  if (facts.checkedInAt !== null) return [faceText.there]
  return late >= 1 ? [faceText.notThere(lengthWords(late))] : []
}

function head(one: BookingDetail, now: number) {
  return { first: when(one, now), second: `${title(one)} · ${faceText.people(one.facts.attendees)}` }
}

/** When, which room and where; for older eyes also who opens the door, as the page of the booking says it. */
function home(one: BookingCase, now: number): HomeWords<BookingDetail> {
  return {
    when: when(one, now),
    what: one.title,
    where: `${one.communityName} · ${one.facts.facilityName}${one.facts.floor ?? ''}`,
    to: pages.case(one.id),
    picture: one.facts.roomKind,
    left: one.state === 'confirmed' ? countdownWords(one.startsAt, now) : null,
    tagged: true,
    asks: one.state === 'confirmed',
    spoken(detail) {
      const keeper = detail?.facts.keeper?.name
      const opens = keeper ? [faceText.opens(keeper)] : []
      return [spokenMoment(one.startsAt, now), faceText.at(one.title), ...opens].join('，') + '。'
    },
  }
}
