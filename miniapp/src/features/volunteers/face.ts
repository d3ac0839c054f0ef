/** 志愿者登记, told to the app. */
import { type VolunteerCase, volunteerMeaning, type VolunteerDetail } from '@linli/contracts/volunteer-case'
import { eventWords } from '../../shared/cases/event-words'
import { makeFace } from '../../shared/cases/make-face'
import { momentWords } from '../../shared/time/time-words'
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

export const volunteerFace = makeFace<VolunteerCase, VolunteerDetail>({
  name: volunteerMeaning.name,
  declaration: volunteerMeaning,
  next: ({ state, dueAt, overdue }, now) =>
    state === 'asked' && dueAt !== null && !overdue ? words.by(momentWords(dueAt, now)) : words.next[state],
  event: eventWords({ asked: () => words.asked, given: words.given, party: events, staff: events }),
})
