import type { NeedDetail } from '@linli/contracts/need-case'
import type { Fault } from '@linli/contracts/problems'
import { type NewTask, type Task, taskRepeats } from '@linli/contracts/tasks'
import { missingAt } from '../../shared/forms/missing-fields'
import { addDays, clockOf, dayOf, instantAt, minuteInDay } from '../../shared/time/shanghai'
import { editText } from './text'

export interface TaskForm {
  /** Null while nobody has said it. */
  kind: NewTask['kind'] | null
  title: string
  about: string
  /** Help is needed in somebody's home, whose address the need has. */
  home: boolean
  place: string
  day: string
  from: string
  to: string
  /** Null while nobody has said how many. */
  places: number | null
  twoPeople: boolean
  adultsOnly: boolean
  skill: NewTask['skill']
  paper: NewTask['paper']
  /** Of a home: whether two have to go; null until it is said. */
  homeNeedsTwo: boolean | null
  times: number
  /** Nobody but the team that is asked sees it. */
  teamOnly: boolean
  /** The last day on which it may repeat; empty where it is counted. */
  until: string
  shifts: Shift[]
}

/** Another time of the same. */
export interface Shift {
  day: string
  from: string
  to: string
  places: number
}

/** Nothing that decides is chosen for anybody (docs/words.md). */
export const emptyForm = (): TaskForm => ({
  kind: null,
  title: '',
  about: '',
  home: false,
  place: '',
  day: '',
  from: '',
  to: '',
  places: null,
  twoPeople: false,
  adultsOnly: false,
  skill: null,
  paper: null,
  homeNeedsTwo: null,
  times: 1,
  teamOnly: false,
  until: '',
  shifts: [],
})

const hoursOf = {
  any: { from: '', to: '' },
  morning: { from: '09:00', to: '11:00' },
  afternoon: { from: '14:00', to: '16:00' },
  evening: { from: '18:00', to: '19:30' },
} as const

/** What the need says already; two go to a home together, and only where there is one. */
export function formOfNeed({ title, facts }: NeedDetail, now: number): TaskForm {
  const tomorrow = addDays(dayOf(now), 1)
  const day = facts.day !== null && facts.day >= dayOf(now) ? facts.day : tomorrow
  return {
    ...emptyForm(),
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

/** An earlier task as it was, but for the day; a need is arranged anew each time. */
export function formOfTask(task: Task): TaskForm {
  const { kind, title, about, place, startsAt, endsAt, places, skill, paper, adultsOnly, twoPeople } = task
  return {
    ...emptyForm(),
    ...{ kind, title, about: about ?? '', place: place ?? '', skill, paper, places, twoPeople, adultsOnly },
    from: clock(startsAt),
    to: clock(endsAt),
    day: '',
  }
}

const clock = (at: string) => clockOf(minuteInDay(dayOf(at), at))

/** How many times in all, every week until that day. */
export function timesOf({ day, times, until }: Pick<TaskForm, 'day' | 'times' | 'until'>): number {
  if (until === '' || day === '') return times
  const days = Math.round((Date.parse(until) - Date.parse(day)) / 86_400_000)
  return Math.min(taskRepeats, Math.max(1, Math.floor(days / 7) + 1))
}

/** The day after, at the same hours: mostly only little is another. */
export const shiftAfter = ({ day, from, to, places, shifts }: TaskForm): Shift => {
  const last = shifts.at(-1) ?? { day, from, to, places: places ?? 1 }
  return { ...last, day: last.day === '' ? '' : addDays(last.day, 1) }
}

export const tasksIn = (form: TaskForm): number => timesOf(form) + form.shifts.length

/** Whom a task is for, or who is asked. */
export interface Around {
  community: string
  needId: string | null
  teamId: string | null
}

/** Of a form in which nothing is missing. */
export function bodyOf(form: TaskForm, { community, needId, teamId }: Around): NewTask {
  const { kind, title, about, home, place, day, from, to, places, twoPeople, adultsOnly, skill, paper } = form
  const said = about.trim()
  return {
    community,
    needId,
    kind: kind ?? 'other',
    title: title.trim(),
    about: said === '' ? null : said,
    place: home ? null : place.trim(),
    startsAt: instantAt(day, from),
    endsAt: instantAt(day, to),
    places: places ?? 1,
    skill,
    paper,
    adultsOnly,
    twoPeople,
    homeNeedsTwo: home ? form.homeNeedsTwo : null,
    shifts: form.shifts.map((shift) => ({
      startsAt: instantAt(shift.day, shift.from),
      endsAt: instantAt(shift.day, shift.to),
      places: shift.places,
    })),
    times: needId === null && form.shifts.length === 0 ? timesOf(form) : 1,
    teamId,
    teamOnly: teamId !== null && form.teamOnly,
  }
}

/** What nobody has said yet, in the order of the page. */
export function missingIn(form: TaskForm): Fault[] {
  const { kind, title, home, place, day, from, to, places, homeNeedsTwo, shifts } = form
  const { missing } = editText
  return [
    ...(kind === null ? [missingAt('kind', missing.kind)] : []),
    ...(title.trim() === '' ? [missingAt('title', missing.name)] : []),
    ...(!home && place.trim() === '' ? [missingAt('place', missing.place)] : []),
    ...(day === '' ? [missingAt('startsAt', missing.day)] : []),
    ...(day !== '' && from === '' ? [missingAt('startsAt', missing.clock)] : []),
    ...(to === '' ? [missingAt('endsAt', missing.clock)] : []),
    ...(places === null ? [missingAt('places', missing.places)] : []),
    ...(home && homeNeedsTwo === null ? [missingAt('homeNeedsTwo', missing.home)] : []),
    ...shifts.flatMap((shift, n) =>
      shift.day === '' || shift.from === '' || shift.to === ''
        ? [missingAt(`shifts.${n}.startsAt`, missing.clock)]
        : [],
    ),
  ]
}
