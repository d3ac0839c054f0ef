import type { Opening, Room, RoomPolicy } from '@linli/contracts/rooms'
import { answerFit } from '../../shared/slots/answer-words'
import { clockOf, minutesOf } from '../../shared/time/shanghai'
import { weeklyWords } from '../../shared/time/schedule-words'
import { hoursWords, momentWords } from '../../shared/time/time-words'
import { roomsText } from './text'

/** 周一至周五 08:30–12:00、14:00–21:00；周六 09:00–17:00 */
const openingWords = (openings: readonly Opening[]): string => {
  const at = (clock: string) => clockOf(minutesOf(clock))
  return weeklyWords(openings.map(({ weekday, from, to }) => ({ weekday, from: at(from), to: at(to) })))
}

const dayOfYear = (monthDay: string) => `${Number(monthDay.slice(0, 2))}月${Number(monthDay.slice(3))}日`

/** 平时周一至周五 08:30–12:00；暑假（每年 7月1日至8月31日）每天 08:00–21:00 */
export function openWords({ openings, seasons }: Pick<RoomPolicy, 'openings' | 'seasons'>): string {
  const usual = openings.length === 0 ? roomsText.shutUsually : openingWords(openings)
  if (seasons.length === 0) return usual
  return [
    openings.length === 0 ? usual : roomsText.usually(usual),
    ...seasons.map(({ name, from, to, openings: own }) =>
      roomsText.inSeason(
        `${name}（每年 ${dayOfYear(from)}至${dayOfYear(to)}）`,
        own.length === 0 ? null : openingWords(own),
      ),
    ),
  ].join('；')
}

/** 订 1 小时到 3 小时，提前 1 小时 */
export function ruleWords({ minMinutes, maxMinutes, noticeMinutes, horizonDays }: RoomPolicy): string {
  const [least, most] = [hoursWords(minMinutes), hoursWords(maxMinutes)]
  return [
    minMinutes === maxMinutes ? roomsText.lastsOnly(most) : roomsText.lasts(least, most),
    ...(noticeMinutes > 0 ? [roomsText.notice(hoursWords(noticeMinutes))] : []),
    roomsText.ahead(horizonDays),
  ].join('；')
}

/** By when somebody answers, as the next page says it at length, and when the name of whoever opens is told. */
export function promiseWords(room: Pick<Room, 'approval' | 'answer'>, startsAt: string, now: number): string {
  const { promise } = roomsText
  const fit = answerFit(room, startsAt, now)
  if (fit === 'automatic' || room.answer === null) return promise.automatic
  if (fit === 'unknown') return promise.unknown
  if (fit === 'nobody') return promise.nobody(momentWords(room.answer.worksFrom, now))
  return promise[fit === 'tight' ? 'tight' : 'by'](momentWords(room.answer.by, now))
}
