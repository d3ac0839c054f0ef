import type { NeedDetail } from '@linli/contracts/need-case'
import type { Fault } from '@linli/contracts/problems'
import type { NewTask } from '@linli/contracts/tasks'
import { missingAt } from '../../shared/forms/missing-fields'
import { addDays, dayOf, instantAt } from '../../shared/time/shanghai'
import { editText } from './text'

export interface TaskForm {
  kind: NewTask['kind']
  title: string
  about: string
  /** Help is needed in somebody's home, whose address the need has. */
  home: boolean
  place: string
  day: string
  from: string
  to: string
  places: number
  twoPeople: boolean
  adultsOnly: boolean
  skill: NewTask['skill']
  paper: NewTask['paper']
  times: number
  /** Nobody but the team that is asked sees it. */
  teamOnly: boolean
}

/** What is done together, tomorrow morning. */
export const usualForm = (now: number): TaskForm => ({
  kind: 'event',
  title: '',
  about: '',
  home: false,
  place: '',
  day: addDays(dayOf(now), 1),
  from: '09:00',
  to: '11:00',
  places: 5,
  twoPeople: false,
  adultsOnly: false,
  skill: null,
  paper: null,
  times: 1,
  teamOnly: false,
})

const hoursOf = {
  any: { from: '09:00', to: '11:00' },
  morning: { from: '09:00', to: '11:00' },
  afternoon: { from: '14:00', to: '16:00' },
  evening: { from: '18:00', to: '19:30' },
} as const

/** What the need says already; two go to a home together, and only where there is one. */
export function formOfNeed({ title, facts }: NeedDetail, now: number): TaskForm {
  const tomorrow = addDays(dayOf(now), 1)
  const day = facts.day !== null && facts.day >= dayOf(now) ? facts.day : tomorrow
  return {
    ...usualForm(now),
    ...hoursOf[facts.part],
    kind: facts.help,
    title,
    home: facts.hasPlace,
    day,
    places: facts.hasPlace ? 2 : 1,
    twoPeople: facts.hasPlace,
    adultsOnly: facts.hasPlace,
  }
}

/** Whom a task is for, or who is asked. */
export interface Around {
  community: string
  needId: string | null
  teamId: string | null
}

export function bodyOf(form: TaskForm, { community, needId, teamId }: Around): NewTask {
  const { kind, title, about, home, place, day, from, to, places, twoPeople, adultsOnly, skill, paper } = form
  const said = about.trim()
  return {
    community,
    needId,
    kind,
    title: title.trim(),
    about: said === '' ? null : said,
    place: home ? null : place.trim(),
    startsAt: instantAt(day, from),
    endsAt: instantAt(day, to),
    places,
    skill,
    paper,
    adultsOnly,
    twoPeople,
    times: needId === null ? form.times : 1,
    teamId,
    teamOnly: teamId !== null && form.teamOnly,
  }
}

/** What nobody has said yet, in the order of the page. */
export function missingIn({ title, home, place, day, from, to }: TaskForm): Fault[] {
  const { missing } = editText
  return [
    ...(title.trim() === '' ? [missingAt('title', missing.name)] : []),
    ...(!home && place.trim() === '' ? [missingAt('place', missing.place)] : []),
    ...(day === '' ? [missingAt('startsAt', missing.day)] : []),
    ...(day !== '' && from === '' ? [missingAt('startsAt', missing.clock)] : []),
    ...(to === '' ? [missingAt('endsAt', missing.clock)] : []),
  ]
}
