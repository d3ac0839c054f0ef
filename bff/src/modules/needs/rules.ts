/** What a need may ask for, and what may be arranged; days of Shanghai. */
import type { Fault } from '@linli/contracts/problems'
import { needDaysAhead, needHours } from '@linli/contracts/needs'
import type { DayPart } from '@linli/contracts/need-case'
import { addDays, dayOf, instantAt } from '../../platform/shanghai'

const fault = (path: string, code: string, message: string): Fault => ({ path, code, message })

export const faultsOfDay = (day: string | null, now: Date): Fault[] => {
  if (day === null) return []
  const today = dayOf(now)
  if (day < today) return [fault('body.day', 'day_past', '这一天已经过去，请选今天或以后')]
  if (day > addDays(today, needDaysAhead))
    return [fault('body.day', 'day_far', `最远只能约到 ${needDaysAhead} 天以后`)]
  return []
}

/** @returns every fault of a time at which somebody is to come */
export function faultsOfTime({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): Fault[] {
  const hours = (endsAt.getTime() - startsAt.getTime()) / 3_600_000
  return [
    ...(startsAt <= now ? [fault('body.startsAt', 'time_past', '这个时间已经过去，请选以后的时间')] : []),
    ...(dayOf(startsAt) > addDays(dayOf(now), needDaysAhead)
      ? [fault('body.startsAt', 'day_far', `最远只能约到 ${needDaysAhead} 天以后`)]
      : []),
    ...(hours <= 0 ? [fault('body.endsAt', 'end_before_start', '结束要晚于开始')] : []),
    ...(hours > needHours ? [fault('body.endsAt', 'too_long', `一次最长 ${needHours} 小时`)] : []),
  ]
}

/** Who asks to be taken to a doctor writes of an illness, and who visits somebody old notes how they are. */
export const tagOfWish = ({ help, cameBy }: { help: string; cameBy: string }): 'health' | 'contact' =>
  help === 'medical' || cameBy === 'visit' ? 'health' : 'contact'

/** From which minute of the day a wish for a part of it counts. */
const beginsAt: Record<DayPart, number> = {
  any: 8 * 60,
  morning: 8 * 60,
  afternoon: 12 * 60,
  evening: 17 * 60,
}

export interface Wish {
  day: string | null
  part: DayPart
}

const beginning = ({ day, part }: Wish): Date | null => (day === null ? null : instantAt(day, beginsAt[part]))

/**
 * By when staff say who comes: within the time that is promised and, where the day that is wished for begins before that,
 * at the last half hour of office time before it begins. Where nobody works before it begins, nothing earlier is promised.
 * @param promised by when they would without a wish @param worked when so many minutes of office time have gone by
 */
export function answerBy(promised: Date, wish: Wish, now: Date, worked: (minutes: number) => Date): Date {
  const wished = beginning(wish)
  if (wished === null || wished <= now || wished >= promised) return promised
  let last: Date | undefined
  for (let minutes = 60; ; minutes += 30) {
    const at = worked(minutes)
    if (at > wished || at > promised) return last ?? promised
    last = at
  }
}
