/** 志愿者登记, told to the app. */
import { type VolunteerCase, volunteerMeaning, type VolunteerDetail } from '@linli/contracts/volunteer-case'
import { eventWords } from '../../shared/cases/event-words'
import { makeFace } from '../../shared/cases/make-face'
import type { Standing } from '../../shared/cases/face'
import { dayOf } from '../../shared/time/shanghai'
import { dateWords, momentWords } from '../../shared/time/time-words'
import { faceText as words } from './face-text'

/** Its timeline by either reader; who of staff did it is named. */
const events = {
  verify: by(words.verify),
  refuse: by(words.refuse),
  end: by(words.end),
  add_paper: by(words.addPaper),
  revoke_paper: by(words.revokePaper),
  change: () => words.change,
  leave: () => words.leave,
}

function by(said: string) {
  return (event: { by: string | null }) => `社区 ${event.by ?? ''} ${said}`
}

/** Of when it is: nothing else of it has a day. */
const filed = ({ createdAt, facts: { isMinor } }: VolunteerCase | VolunteerDetail) =>
  words.filed(dateWords(dayOf(createdAt))) + (isMinor ? words.minor : '')

const base = makeFace<VolunteerCase, VolunteerDetail>({
  name: volunteerMeaning.name,
  declaration: volunteerMeaning,
  spot: 'hand',
  row: (one) => ({
    first: [one.nickname, one.title].filter(Boolean).join(' · '),
    second: filed(one),
  }),
  deskRow: (one) => ({
    quiet: volunteerMeaning.states[one.state].word,
    first: one.title,
    second: [filed(one)],
  }),
  deskHead: (one) => ({ first: one.title, second: filed(one) }),
  next: ({ state, dueAt, overdue }, now) =>
    state === 'asked' && dueAt !== null && !overdue ? words.by(momentWords(dueAt, now)) : words.next[state],
  event: eventWords({ asked: () => words.asked, given: words.given, party: events, staff: events }),
})

/** To be a volunteer is as good as a room that is confirmed. */
export const volunteerFace = {
  ...base,
  tone: (one: Standing) => (one.state === 'verified' ? ('good' as const) : base.tone(one)),
}
