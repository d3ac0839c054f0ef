import type { FoundRoom } from '@linli/contracts/room-search'
import { dayOf, instantAt } from '../../shared/time/shanghai'
import { hoursWords, momentWords } from '../../shared/time/time-words'
import { hoursSpan, type Question } from './question'
import { roomsText } from './text'

const words = roomsText.found

/** What of a room decides, first: when it can be had, and how it is confirmed. */
export function whenWords(room: FoundRoom, question: Question, now: number): string {
  const { fit, earliest, approval, freeMinutes, notThen } = room
  const answer = words.answer[approval]
  if (fit === 'fits' && question.hours !== null)
    return `${words.isFree(hoursSpan(question.hours))} · ${answer}`
  const first = earliest === null ? words.none : words.earliest(momentWords(earliest, now))
  if (fit === 'fits') return `${first} · ${words.free(hoursWords(freeMinutes))}`
  const can = notThen === 'taken' && earliest !== null ? words.canWait : answer
  const why = notThen === null || notThen === 'taken' ? '' : `${words.notThen[notThen]}，`
  return earliest === null ? first : `${why}${first} · ${can}`
}

/** Where, how many, steps, price; and where the asked hours are free, what else that day begins with. */
export function factsOf(room: FoundRoom, question: Question, now: number): string[] {
  return [
    roomsText.holds(room.capacity),
    room.stepFree ? roomsText.stepFreeFact : roomsText.steps,
    room.price === null ? roomsText.free : roomsText.paid,
    ...(room.fit === 'fits' && question.hours !== null && room.earliest !== null
      ? [words.earliest(momentWords(room.earliest, now))]
      : []),
  ]
}

/** The asked hours where they can be had, so that the room's page goes on from them; else the day that has some. */
export function nextStep(room: FoundRoom, question: Question, day: string) {
  if (room.fit === 'fits' && question.hours !== null) {
    const { from, to } = question.hours
    return { day, from: instantAt(day, from), to: instantAt(day, to) }
  }
  return { day: room.earliest === null ? day : dayOf(room.earliest) }
}

/** 坐不下 20 人的 1 处、有台阶的 4 处没有列出; null where nothing was left out. */
export function leftWords(
  left: { small: number; steps: number; equipment: number; purpose: number },
  { people }: Question,
): string | null {
  const parts = [
    left.small > 0 && words.left.small(people ?? 0, left.small),
    left.steps > 0 && words.left.steps(left.steps),
    left.purpose > 0 && words.left.purpose(left.purpose),
    left.equipment > 0 && words.left.equipment(left.equipment),
  ].filter((part): part is string => typeof part === 'string')
  return parts.length === 0 ? null : words.left.all(parts.join('、'))
}
