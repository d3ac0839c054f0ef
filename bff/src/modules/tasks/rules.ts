/** What a task may ask for, and who fits it; published in docs/tasks.md. */
import type { Fault } from '@linli/contracts/problems'
import {
  type FitReason,
  type NewTask,
  shiftDays,
  taskDaysAhead,
  taskHours,
  type TaskObstacle,
} from '@linli/contracts/tasks'
import type { WeekTime } from '@linli/contracts/volunteer-case'
import { addDays, dayMs, dayOf, instantAt, minuteMs, startOfDay, weekdayOf } from '../../platform/shanghai'
import type { FitVolunteer, OwnVolunteer } from '../volunteers/service'
import type { TaskRow } from './row'

const hourMs = 60 * minuteMs

const fault = (path: string, code: string, message: string): Fault => ({ path, code, message })

interface TaskSpan {
  startsAt: Date
  endsAt: Date
}

/** @param at the part of the body in which it stands */
export function faultsOfSpan({ startsAt, endsAt }: TaskSpan, now: Date, at = 'body'): Fault[] {
  const hours = (endsAt.getTime() - startsAt.getTime()) / hourMs
  return [
    ...(startsAt <= now ? [fault(`${at}.startsAt`, 'time_past', '这个时间已经过去，请选以后的时间')] : []),
    ...(dayOf(startsAt) > addDays(dayOf(now), taskDaysAhead)
      ? [fault(`${at}.startsAt`, 'day_far', `最远只能排到 ${taskDaysAhead} 天以后`)]
      : []),
    ...(hours <= 0 ? [fault(`${at}.endsAt`, 'end_before_start', '结束要晚于开始')] : []),
    ...(hours > taskHours ? [fault(`${at}.endsAt`, 'too_long', `一次最长 ${taskHours} 小时`)] : []),
  ]
}

/** @param home does the need that it serves have a home? @returns every fault of what staff ask for */
export function faultsOfTask(
  {
    startsAt,
    endsAt,
    place,
    places,
    twoPeople,
    needId,
    times,
  }: Pick<NewTask, 'place' | 'places' | 'twoPeople' | 'needId' | 'times'> & TaskSpan,
  home: boolean,
  now: Date,
): Fault[] {
  return [
    ...faultsOfSpan({ startsAt, endsAt }, now),
    ...(place === null && !home ? [fault('body.place', 'place_missing', '请写集合的地点')] : []),
    ...(place !== null && home ? [fault('body.place', 'place_known', '上门的地址在求助里，不用再写')] : []),
    ...(twoPeople && places < 2
      ? [fault('body.places', 'two_needed', '上门要两个人一起去，请至少要两个人')]
      : []),
    // What somebody needs every week they say each time: that it was met once ends it.
    ...(needId !== null && times > 1
      ? [fault('body.times', 'need_once', '一件求助只约一次，每周都要的请居民再提')]
      : []),
    ...(needId !== null && places > 20 ? [fault('body.places', 'too_many', '一件求助最多找 20 个人')] : []),
  ]
}

/** @param livesAlone the register of visits says so of whoever is helped: that counts before what staff say */
export function faultsOfHome(
  { homeNeedsTwo, twoPeople }: Pick<NewTask, 'homeNeedsTwo' | 'twoPeople'>,
  home: boolean,
  livesAlone: boolean,
): Fault[] {
  if (!home) return []
  const unsaid = '请说明家里是不是独居老人，或者要单独照看孩子'
  const two = livesAlone
    ? '探访名册上是独居老人，必须两个人一起去'
    : '去独居老人或单独的孩子家，必须两个人一起去'
  return [
    ...(homeNeedsTwo === null ? [fault('body.homeNeedsTwo', 'home_unsaid', unsaid)] : []),
    ...((homeNeedsTwo === true || livesAlone) && !twoPeople
      ? [fault('body.twoPeople', 'two_required', two)]
      : []),
  ]
}

/** Each shift within the days of the event; what repeats every week, or serves a need, has none. */
export function faultsOfShifts(
  { shifts, times, needId, twoPeople }: Pick<NewTask, 'shifts' | 'times' | 'needId' | 'twoPeople'>,
  first: Date,
  now: Date,
): Fault[] {
  const far = (at: Date): boolean => Math.abs(at.getTime() - first.getTime()) > shiftDays * dayMs
  return shifts.flatMap((shift, n) => {
    const [at, span] = [
      `body.shifts.${n}`,
      { startsAt: new Date(shift.startsAt), endsAt: new Date(shift.endsAt) },
    ]
    return [
      ...faultsOfSpan(span, now, at),
      ...(far(span.startsAt)
        ? [fault(`${at}.startsAt`, 'shift_far', `同一个活动的班次，相隔最多 ${shiftDays} 天`)]
        : []),
      ...(twoPeople && shift.places < 2
        ? [fault(`${at}.places`, 'two_needed', '两个人一起去，请至少要两个人')]
        : []),
      ...(times > 1 || needId !== null
        ? [fault(`${at}.startsAt`, 'shift_repeats', '有几班的，不能每周重复，也不能用于一件求助')]
        : []),
    ]
  })
}

/** Popular: what is done for many. For its first twelve hours it is kept for those who had few chances lately. */
export const firstHours = 12
/** So many signups that stood in the last ninety days are few. */
export const fewChances = 2
export const chanceDays = 90

/** It begins within two days: nobody is kept waiting. */
export const isNear = (startsAt: Date, now: Date): boolean => startsAt.getTime() - now.getTime() <= 2 * dayMs

export const opensToAll = (kind: string, startsAt: Date, now: Date): Date =>
  kind === 'event' && !isNear(startsAt, now) ? new Date(now.getTime() + firstHours * hourMs) : now

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** The parts of the week that a time touches: the morning until 12, the afternoon until 18. */
export function partsOf(startsAt: Date, endsAt: Date): WeekTime[] {
  const day = dayOf(startsAt)
  const weekday = weekdays[weekdayOf(day) % 7] ?? 'mon'
  const minutesIn = (at: Date): number => (at.getTime() - startOfDay(day).getTime()) / minuteMs
  const [from, to] = [minutesIn(startsAt), minutesIn(endsAt)]
  return (
    [
      ['morning', 0, 12 * 60],
      ['afternoon', 12 * 60, 18 * 60],
      ['evening', 18 * 60, 48 * 60],
    ] as const
  )
    .filter(([, begins, ends]) => from < ends && to > begins)
    .map(([part]): WeekTime => `${weekday}_${part}`)
}

/** What else somebody has around the time of a task: signups that stand or are kept for them. */
export interface Load {
  /** Some of it is at the same time. */
  overlaps: boolean
  /** Minutes of that day in Shanghai, and the days without a break up to and after it, this one counted. */
  minutesThatDay: number
  daysInARow: number
  /** Signups that stood in the last ninety days. */
  chances: number
  /** Are they in the team that is asked? */
  inTeam?: boolean
}

/** Rest: eight hours a day, six days in a row. */
export const mostMinutes = taskHours * 60
export const mostDays = 6

type Fitting = Pick<
  TaskRow,
  'startsAt' | 'endsAt' | 'skill' | 'paper' | 'adultsOnly' | 'opensToAll' | 'community' | 'teamOnly'
>

/** @returns why somebody cannot sign up now; the app says each in words */
export function obstaclesOf(task: Fitting, volunteer: FitVolunteer, load: Load, now: Date): TaskObstacle[] {
  const { startsAt, endsAt, skill, paper } = task
  const minutes = (endsAt.getTime() - startsAt.getTime()) / minuteMs
  const lastDay = dayOf(new Date(endsAt.getTime() - 1))
  const holds = volunteer.papers.some((p) => p.kind === paper && p.validUntil >= lastDay)
  const found: readonly (readonly [TaskObstacle, boolean])[] = [
    ['began', startsAt <= now],
    ['skill_missing', skill !== null && !volunteer.skills.includes(skill)],
    ['paper_missing', paper !== null && !holds],
    ['adults_only', task.adultsOnly && volunteer.isMinor],
    ['too_late_in_the_day', volunteer.isMinor && endsAt > instantAt(dayOf(startsAt), 21 * 60)],
    ['other_task_then', load.overlaps],
    ['rest_needed', load.minutesThatDay + minutes > mostMinutes || load.daysInARow > mostDays],
    ['not_in_team', task.teamOnly && load.inTeam !== true],
    ['opens_later', task.opensToAll > now && load.chances > fewChances],
  ]
  return found.filter(([, holdsNow]) => holdsNow).map(([code]) => code)
}

/** @returns why it fits, the strongest first */
export function reasonsOf(
  task: Fitting,
  volunteer: OwnVolunteer,
  { chances, inTeam }: Pick<Load, 'chances' | 'inTeam'>,
  now: Date,
): FitReason[] {
  const free = partsOf(task.startsAt, task.endsAt).every((part) => volunteer.times.includes(part))
  const found: readonly (readonly [FitReason, boolean])[] = [
    ['own_team', inTeam === true],
    ['free_then', free],
    ['own_community', task.community === volunteer.community],
    [
      'near',
      task.community !== volunteer.community &&
        task.community.slice(0, 9) === volunteer.community.slice(0, 9),
    ],
    ['has_skill', task.skill !== null && volunteer.skills.includes(task.skill)],
    ['few_chances', task.opensToAll > now && chances <= fewChances],
  ]
  return found.filter(([, holds]) => holds).map(([code]) => code)
}

const reachDigits = { community: 12, township: 9, county: 6 } as const

/** Divisions in which somebody looks for tasks: what they said they go to. */
export const areaOf = ({ community, reach }: Pick<OwnVolunteer, 'community' | 'reach'>): string =>
  community.slice(0, reachDigits[reach])
