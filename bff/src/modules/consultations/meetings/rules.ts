/** Which times can be offered, and when the two are reminded. */
import type { MeetingKind } from '@linli/contracts/consultation-thread'
import type { Fault } from '@linli/contracts/problems'
import { addDays, dayMs, dayOf, instantAt, minuteMs, minutesOf, startOfDay } from '../../../platform/shanghai'
import type { Span } from './store'

const [opens, closes] = ['08:00', '21:00']
const longestMs = 4 * 60 * minuteMs
const furthestMs = 60 * dayMs

/** Every fault of every time, so that all can be put right at once. */
export const faultsOf = (times: readonly Span[], now: Date): Fault[] =>
  times.flatMap(({ startsAt, endsAt }, n) => {
    const fault = (field: 'startsAt' | 'endsAt', code: string, message: string): Fault => ({
      path: `body.times.${String(n)}.${field}`,
      code,
      message,
    })
    const day = dayOf(startsAt)
    const isBackwards = endsAt <= startsAt
    return [
      startsAt <= now && fault('startsAt', 'too_small', '这个时间已经过了，请换一个'),
      startsAt.getTime() - now.getTime() > furthestMs && fault('startsAt', 'too_big', '请选 60 天以内的时间'),
      startsAt < instantAt(day, minutesOf(opens)) &&
        fault('startsAt', 'too_small', '请选早上 8 点以后的时间'),
      isBackwards && fault('endsAt', 'too_small', '结束时间要比开始时间晚'),
      endsAt > instantAt(day, minutesOf(closes)) && fault('endsAt', 'too_big', '请在晚上 9 点以前结束'),
      endsAt.getTime() - startsAt.getTime() > longestMs && fault('endsAt', 'too_big', '一次最长 4 小时'),
    ].filter((found) => found !== false)
  })

export interface Where {
  kind: MeetingKind
  stationId: string | null
  link: string | null
  /** Whether the adviser knows the person's number. */
  canCall: boolean
  /** Whether the station is one that their office can use. */
  knowsStation: boolean
}

/** Each kind has its place, and no other. */
export const faultsOfPlace = ({ kind, stationId, link, canCall, knowsStation }: Where): Fault[] =>
  [
    kind === 'phone' &&
      !canCall && { path: 'body.kind', code: 'invalid_value', message: '这位居民没有留电话，请换一种方式' },
    kind === 'station' &&
      !knowsStation && { path: 'body.stationId', code: 'invalid_value', message: '请选一个见面的地方' },
    kind !== 'station' &&
      stationId !== null && { path: 'body.stationId', code: 'invalid_value', message: '这种方式不用选地方' },
    kind === 'video' && link === null && { path: 'body.link', code: 'invalid_type', message: '请填视频链接' },
    kind !== 'video' &&
      link !== null && { path: 'body.link', code: 'invalid_value', message: '这种方式不用填链接' },
  ].filter((found) => found !== false)

const [evening, soonMs] = [19 * 60, 120 * minuteMs]

/** At seven in the evening of the day before. */
export const eveningBefore = (startsAt: Date): Date => instantAt(addDays(dayOf(startsAt), -1), evening)

export const soonBefore = (startsAt: Date): Date => new Date(startsAt.getTime() - soonMs)

/** Up to when something begins of which the two are to be reminded now: soon, or, the end left out, from the evening before on. */
export function remindedUntil(now: Date): { soon: Date; evening: Date } {
  const today = dayOf(now)
  const days = now >= instantAt(today, evening) ? 2 : 1
  return { soon: new Date(now.getTime() + soonMs), evening: startOfDay(addDays(today, days)) }
}

/** The place to which a link is sealed, offered or taken: it is the same row's id, and the same text. */
export const linkPlace = 'consultation_times.link_sealed'
