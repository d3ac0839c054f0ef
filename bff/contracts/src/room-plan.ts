/** A room as its community plans it: what may stand in it, and what does not go together (docs/rooms.md). */
import * as z from 'zod/mini'
import { text } from './common'
import { approval, equipment, type Opening, purpose, roomKind, type Season } from './rooms'

const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
/** A day may be open to its end. */
const endTime = z.string().check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/))
const askedOpening = z.object({
  weekday: z.int().check(z.minimum(1), z.maximum(7)),
  from: time,
  to: endTime,
})
/** A day of every year, `02-29` among them. */
const monthDay = z
  .string()
  .check(
    z.regex(/^(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])$|^(0[469]|11)-(0[1-9]|[12]\d|30)$|^02-(0[1-9]|[12]\d)$/),
  )
const openings = z.array(askedOpening).check(z.maxLength(28))

export const askedSeason = z.object({ name: text(12), from: monthDay, to: monthDay, openings })

const whole = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max))
const once = <T>(list: T[]): T[] => [...new Set(list)]

export const longestStay = 1440

/** Everything that staff say of a room. What is not said is null. */
export const roomPlan = z.object({
  name: text(40),
  kind: roomKind,
  floor: z.nullable(text(20)),
  door: z.nullable(text(40)),
  price: z.nullable(text(60)),
  rules: z.nullable(text(500)),
  bring: z.nullable(text(300)),
  capacity: whole(1, 5000),
  areaSquareMetres: whole(1, 20_000),
  stepFree: z.boolean(),
  equipment: z.array(equipment).check(z.maxLength(20), z.overwrite(once)),
  purposes: z.array(purpose).check(z.minLength(1), z.maxLength(20), z.overwrite(once)),
  openings,
  /** Parts of every year with openings of their own; on their days the weekly ones do not count. */
  seasons: z.array(askedSeason).check(z.maxLength(6)),
  slotMinutes: z.union([z.literal(15), z.literal(30), z.literal(60)]),
  minMinutes: whole(15, longestStay),
  maxMinutes: whole(15, longestStay),
  noticeMinutes: whole(0, 30 * 1440),
  horizonDays: whole(0, 366),
  bufferMinutes: whole(0, 480),
  approval,
})
export type RoomPlan = z.infer<typeof roomPlan>

/** What does not go together, in words; each is said where it is to be put right. */
export const planFault = {
  ends_before_start: '结束时间要晚于开始时间',
  openings_overlap: '同一天的两段时间重叠了，请改开或合成一段',
  seasons_overlap: '两个季节的日子重叠了，请改开',
  never_open: '一周里没有一天开放，请至少写一段',
  max_below_min: '最长不能短于最短',
  not_in_steps: '要是格子的整倍数，例如半小时一格就写 60、90',
  never_long_enough: '没有一段开放时间放得下最短的一次，请改短，或把开放时间写长',
  notice_beyond_horizon: '提前的时间比能预订的天数还长，谁也订不到',
} as const
export type PlanFault = keyof typeof planFault
export interface FoundFault {
  /** Within the plan, e.g. `openings.2.to`. */
  path: string
  code: PlanFault
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

function openingFaults(list: readonly Opening[], path: string): FoundFault[] {
  return list.flatMap((one, n): FoundFault[] => {
    if (one.from >= one.to) return [{ path: `${path}.${n}.to`, code: 'ends_before_start' }]
    const meets = list
      .slice(0, n)
      .some((other) => other.weekday === one.weekday && other.from < one.to && one.from < other.to)
    return meets ? [{ path: `${path}.${n}.from`, code: 'openings_overlap' }] : []
  })
}

/** Does a season hold this day of the year? One that ends before it begins goes over the new year. */
export const inSeason = ({ from, to }: Pick<Season, 'from' | 'to'>, monthDay: string): boolean =>
  from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to

/** Two stretches of a year meet where one holds the first day of the other. */
const meet = (a: Season, b: Season): boolean => inSeason(a, b.from) || inSeason(b, a.from)

/** The longest stretch without a break among openings that may touch. */
function longest(list: readonly Opening[]): number {
  const sorted = [...list].sort((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1))
  let [most, day, start, end] = [0, 0, 0, 0]
  for (const { weekday, from, to } of sorted) {
    if (weekday !== day || minutes(from) > end) [day, start] = [weekday, minutes(from)]
    end = minutes(to)
    most = Math.max(most, end - start)
  }
  return most
}

/** Everything that does not go together, of those parts of a plan that are there. */
export function planFaults(plan: Partial<RoomPlan>): FoundFault[] {
  const { openings = [], seasons = [] } = plan
  const found: FoundFault[] = [
    ...openingFaults(openings, 'openings'),
    ...seasons.flatMap((season, n) => openingFaults(season.openings, `seasons.${n}.openings`)),
    ...seasons.flatMap((season, n) =>
      seasons.slice(0, n).some((other) => meet(season, other))
        ? [{ path: `seasons.${n}.from`, code: 'seasons_overlap' as const }]
        : [],
    ),
  ]
  const isBare = plan.openings?.length === 0 && plan.seasons?.every((season) => season.openings.length === 0)
  if (isBare) found.push({ path: 'openings', code: 'never_open' })
  return [...found, ...lengthFaults(plan, found.length === 0)]
}

function lengthFaults(plan: Partial<RoomPlan>, openingsAreSound: boolean): FoundFault[] {
  const { slotMinutes: step, minMinutes: min, maxMinutes: max, noticeMinutes, horizonDays } = plan
  const offStep = (length: number | undefined) => step && length !== undefined && length % step !== 0
  const open = [plan.openings, ...(plan.seasons ?? []).map((season) => season.openings)]
  const room = Math.max(...open.map((list) => longest(list ?? [])))
  const wrong: [boolean | 0 | undefined, string, PlanFault][] = [
    [offStep(min), 'minMinutes', 'not_in_steps'],
    [offStep(max), 'maxMinutes', 'not_in_steps'],
    [min !== undefined && max !== undefined && max < min, 'maxMinutes', 'max_below_min'],
    [openingsAreSound && plan.openings && min !== undefined && min > room, 'minMinutes', 'never_long_enough'],
    [
      noticeMinutes !== undefined && horizonDays !== undefined && noticeMinutes >= (horizonDays + 1) * 1440,
      'noticeMinutes',
      'notice_beyond_horizon',
    ],
  ]
  return wrong.filter(([is]) => is).map(([, path, code]) => ({ path, code }))
}
