/**
 * The promise: a plan that is published can be carried out: its days hold sessions, its classes hold its places, and its
 * sign-up is over before the first child comes (docs/product.md › After-school care). Every fault is named at once.
 */
import type { Fault } from '@linli/contracts/problems'
import type { PriorityRule, SignUpMode } from '@linli/contracts/programmes'
import { addDays, dayMs, instantAt, minutesOf, startOfDay, weekdayOf } from '../../../platform/shanghai'

export interface Range {
  min: number
  max: number
}

/** ISO weekday and local times. */
export interface Weekly {
  weekday: number
  from: string
  to: string
}

/** A plan as staff write it; days and local times of Shanghai. */
export interface Plan {
  kind: 'term' | 'holiday'
  name: string
  place: string
  about: string | null
  startsOn: string
  endsOn: string
  weekly: readonly Weekly[]
  skips: readonly string[]
  capacity: number
  classes: number
  ages: Range | null
  grades: Range | null
  opensAt: Date
  closesAt: Date
  mode: SignUpMode
  priority: readonly PriorityRule[]
  refillUntil: string
}

export interface Session {
  day: string
  startsAt: Date
  endsAt: Date
}

/** A school year, and a day for the leap. */
const longestDays = 366

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs

/** The weekly sessions of every day but the skipped ones, in order. Empty when the days are not in order. */
export function sessionsOf({
  startsOn,
  endsOn,
  weekly,
  skips,
}: Pick<Plan, 'startsOn' | 'endsOn' | 'weekly' | 'skips'>): Session[] {
  const skipped = new Set(skips)
  const length = Math.min(daysBetween(startsOn, endsOn), longestDays)
  const days = Array.from({ length: Math.max(0, length + 1) }, (_, n) => addDays(startsOn, n))
  const inOrder = [...weekly].sort((a, b) => (a.from < b.from ? -1 : 1))
  return days
    .filter((day) => !skipped.has(day))
    .flatMap((day) =>
      inOrder
        .filter((s) => s.weekday === weekdayOf(day))
        .map((s) => ({
          day,
          startsAt: instantAt(day, minutesOf(s.from)),
          endsAt: instantAt(day, minutesOf(s.to)),
        })),
    )
}

/** The day of the first session: until its end a freed place goes to the line, when staff say nothing else. */
export const firstDay = (plan: Parameters<typeof sessionsOf>[0]): string =>
  sessionsOf(plan)[0]?.day ?? plan.startsOn

/** The end of the last day on which a freed place goes to the line. */
export const refillEnd = ({ refillUntil }: Pick<Plan, 'refillUntil'>): Date =>
  startOfDay(addDays(refillUntil, 1))

const fault = (field: string, code: string, message: string): Fault => ({
  path: `body.${field}`,
  code,
  message,
})

/** @param classCap children in one class at most */
export function planFaults(plan: Plan, classCap: number): Fault[] {
  const sessions = sessionsOf(plan)
  return [
    ...dayFaults(plan, sessions),
    ...weeklyFaults(plan.weekly),
    ...signUpFaults(plan, sessions),
    ...rangeFaults(plan),
    ...(plan.capacity > plan.classes * classCap
      ? [fault('capacity', 'over_class_cap', `每班最多 ${classCap} 人，请减少名额或增加班级`)]
      : []),
    ...plan.priority
      .map((rule, n) =>
        plan.priority.findIndex((r) => r.circumstance === rule.circumstance) < n
          ? fault(`priority.${n}`, 'twice', '同一种情况只能写一条优先规则')
          : undefined,
      )
      .filter((f) => f !== undefined),
  ]
}

function dayFaults({ startsOn, endsOn, skips }: Plan, sessions: readonly Session[]): Fault[] {
  if (endsOn < startsOn) return [fault('endsOn', 'ends_before_start', '结束日期不能早于开始日期')]
  if (daysBetween(startsOn, endsOn) >= longestDays)
    return [fault('endsOn', 'too_long', '一期最长一年，请分成几期')]
  const wrong = skips.flatMap((day, n) => {
    if (day < startsOn || day > endsOn) return [fault(`skips.${n}`, 'outside', '停课日要在开班期间内')]
    return skips.indexOf(day) < n ? [fault(`skips.${n}`, 'twice', '这个停课日写了两次')] : []
  })
  if (sessions.length > 0) return wrong
  return [...wrong, fault('weekly', 'no_session', '这段日期里没有一次托管，请核对星期和停课日')]
}

const weeklyFaults = (weekly: readonly Weekly[]): Fault[] =>
  weekly.flatMap((one, n) =>
    weekly.slice(0, n).some((o) => o.weekday === one.weekday && o.from < one.to && one.from < o.to)
      ? [fault(`weekly.${n}`, 'overlaps', '和同一天的另一段时间重叠了')]
      : [],
  )

/** First come may go on until the first session begins; a draw takes time before it. */
function signUpFaults(plan: Plan, [first]: readonly Session[]): Fault[] {
  const { opensAt, closesAt, refillUntil, mode } = plan
  const faults: Fault[] = []
  if (closesAt <= opensAt) faults.push(fault('closesAt', 'closes_before_opens', '报名结束要晚于报名开始'))
  if (first && (closesAt > first.startsAt || (mode === 'draw' && closesAt >= first.startsAt)))
    faults.push(fault('closesAt', 'closes_after_first_session', '报名要在第一次托管开始前结束'))
  if (refillUntil > plan.endsOn) faults.push(fault('refillUntil', 'outside', '补录截止要在开班期间内'))
  if (closesAt > refillEnd(plan))
    faults.push(fault('refillUntil', 'before_closing', '补录截止不能早于报名结束'))
  return faults
}

function rangeFaults({ ages, grades }: Plan): Fault[] {
  const turned = (field: string, range: Range | null): Fault[] =>
    range && range.min > range.max ? [fault(`${field}.max`, 'min_above_max', '上限不能低于下限')] : []
  return [
    ...(ages && grades ? [fault('grades', 'ages_or_grades', '年龄和年级只选一种')] : []),
    ...turned('ages', ages),
    ...turned('grades', grades),
  ]
}

/** Of a draft that staff write, and again when it is published: whoever waits for the opening must be able to know of it. */
export const publishFaults = (plan: Plan, classCap: number, now: Date): Fault[] => [
  ...planFaults(plan, classCap),
  ...(plan.opensAt <= now ? [fault('opensAt', 'opens_in_past', '报名开始要在发布之后')] : []),
]

/**
 * The plan of an earlier programme on a new first day: everything else moves by the difference in whole weeks, so that
 * a Friday stays a Friday. What then lies outside is left to whoever edits the draft, or to publishing.
 */
export function movedTo(plan: Plan, startsOn: string): Plan {
  const days = Math.round(daysBetween(plan.startsOn, startsOn) / 7) * 7
  const moved = (at: Date): Date => new Date(at.getTime() + days * dayMs)
  const atLeast = (day: string): string => (day < startsOn ? startsOn : day)
  const endsOn = atLeast(addDays(plan.endsOn, days))
  return {
    ...plan,
    startsOn,
    endsOn,
    skips: plan.skips.map((day) => addDays(day, days)).filter((day) => day >= startsOn && day <= endsOn),
    opensAt: moved(plan.opensAt),
    closesAt: moved(plan.closesAt),
    refillUntil: atLeast(addDays(plan.refillUntil, days)),
  }
}
