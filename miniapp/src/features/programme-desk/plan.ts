import type { Circumstance } from '@linli/contracts/children'
import type {
  PriorityRule,
  Programme,
  ProgrammeSummary,
  SignUpMode,
  createProgramme,
} from '@linli/contracts/programmes'
import type { Input } from '../../shared/http/request'
import { addDays, clockOf, dayOf, instantAt, minuteInDay, weekdayOf } from '../../shared/time/shanghai'
import { timesOf } from './words'

/** What the service keeps for every programme: a class holds forty, and ten children need a carer. */
export const classCap = 40
export const childrenPerCarer = 10

export interface Times {
  weekdays: number[]
  from: string
  to: string
}

export interface Span {
  min: number
  max: number
}

export interface PlanForm {
  kind: ProgrammeSummary['kind']
  name: string
  place: string
  about: string
  startsOn: string
  endsOn: string
  times: Times[]
  skips: string[]
  capacity: number
  classes: number
  limit: 'grades' | 'ages' | 'none'
  ages: Span
  grades: Span
  opensOn: string
  opensAt: string
  closesOn: string
  closesAt: string
  mode: SignUpMode
  priority: PriorityRule[]
  /** Empty: the first day. */
  refillUntil: string
}

type Body = Input<typeof createProgramme>['body']

const usualPoints: Record<Circumstance, number> = {
  left_behind: 20,
  hardship: 20,
  disability: 20,
  both_parents_work: 10,
  relocated: 10,
}
export const pointsOf = (circumstance: Circumstance) => usualPoints[circumstance]

const mondayFrom = (day: string) => addDays(day, (8 - weekdayOf(day)) % 7)

/** The next first day of its kind, and the usual last one. */
export function usualDates(kind: PlanForm['kind'], today: string): { startsOn: string; endsOn: string } {
  const year = Number(today.slice(0, 4))
  const seasons = [year, year + 1].flatMap((y) =>
    kind === 'term'
      ? [
          { startsOn: mondayFrom(`${y}-03-01`), endsOn: `${y}-06-30` },
          { startsOn: mondayFrom(`${y}-09-01`), endsOn: `${y + 1}-01-15` },
        ]
      : [
          { startsOn: mondayFrom(`${y}-01-20`), endsOn: `${y}-02-10` },
          { startsOn: mondayFrom(`${y}-07-10`), endsOn: `${y}-08-20` },
        ],
  )
  return seasons.find((one) => one.startsOn > today) ?? { startsOn: today, endsOn: today }
}

/** Everything filled in as it usually is; name and place are left to say. */
export function usualPlan(now: number): PlanForm {
  const today = dayOf(now)
  return {
    kind: 'term',
    name: '',
    place: '',
    about: '',
    ...usualDates('term', today),
    times: [{ weekdays: [1, 2, 3, 4, 5], from: '16:30', to: '18:00' }],
    skips: [],
    capacity: 40,
    classes: 1,
    limit: 'grades',
    ages: { min: 6, max: 12 },
    grades: { min: 1, max: 6 },
    opensOn: addDays(today, 7),
    opensAt: '09:00',
    closesOn: addDays(today, 14),
    closesAt: '18:00',
    mode: 'first_come',
    priority: [],
    refillUntil: '',
  }
}

const clock = (instant: string) => clockOf(minuteInDay(dayOf(instant), instant))

/** A draft as its form. */
export function formOf(one: Programme): PlanForm {
  const { kind, name, place, startsOn, endsOn, skips, capacity, classes, mode, priority } = one
  const usual = usualPlan(Date.parse(one.now))
  return {
    kind,
    name,
    place,
    about: one.about ?? '',
    startsOn,
    endsOn,
    // A field for a time of day knows no 24:00, and would stand empty.
    times: timesOf(one.weekly).map((times) => ({ ...times, to: times.to === '24:00' ? '00:00' : times.to })),
    skips,
    capacity,
    classes,
    limit: one.grades !== null ? 'grades' : one.ages !== null ? 'ages' : 'none',
    ages: one.ages ?? usual.ages,
    grades: one.grades ?? usual.grades,
    opensOn: dayOf(one.opensAt),
    opensAt: clock(one.opensAt),
    closesOn: dayOf(one.closesAt),
    closesAt: clock(one.closesAt),
    mode,
    priority,
    refillUntil: one.refillUntil === startsOn ? '' : one.refillUntil,
  }
}

/** What the service is asked; what was left empty is left out. */
export function bodyOf(form: PlanForm): Omit<Body, 'community'> {
  const { kind, startsOn, endsOn, capacity, classes, mode, priority } = form
  const about = form.about.trim()
  return {
    kind,
    name: form.name.trim(),
    place: form.place.trim(),
    ...(about === '' ? {} : { about }),
    startsOn,
    endsOn,
    weekly: form.times.flatMap(({ weekdays, from, to }) =>
      weekdays.map((weekday) => ({ weekday, from, to: to === '00:00' ? '24:00' : to })),
    ),
    skips: [...new Set(form.skips.filter((day) => day !== ''))].sort(),
    capacity,
    classes,
    ages: form.limit === 'ages' ? form.ages : null,
    grades: form.limit === 'grades' ? form.grades : null,
    opensAt: instantAt(form.opensOn, form.opensAt),
    closesAt: instantAt(form.closesOn, form.closesAt),
    mode,
    priority,
    ...(form.refillUntil === '' ? {} : { refillUntil: form.refillUntil }),
  }
}

export const carersFor = (children: number) => Math.ceil(children / childrenPerCarer)
export const classesFor = (children: number) => Math.max(1, Math.ceil(children / classCap))

export const toggled = <T>(all: readonly T[], one: T): T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one]
