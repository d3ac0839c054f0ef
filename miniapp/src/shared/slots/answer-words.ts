import type { Room } from '@linli/contracts/rooms'
import { momentWords } from '../time/time-words'

type Answer = Pick<Room, 'approval' | 'answer'>

const words = {
  automatic: '提交后马上确认。',
  /** An answer of an hour ago promises nothing any more. */
  unknown: '提交后时段就为您留住。社区上班后答复。',
  inTime: (by: string) => `提交后时段就为您留住。社区最迟${by} 前答复。`,
  tight: (works: string, by: string) =>
    `提交后时段就为您留住。社区${works}处理，最迟${by} 前答复，可能晚于您要用的时间。着急请打电话，或者订马上确认的场地。`,
  nobody: (works: string) =>
    `社区${works} 才上班，您要用的时间之前没有人能答复。请换晚一点的时间，或者订马上确认的场地。`,
  now: '正在上班，马上有人',
  from: (when: string) => `${when} 上班后`,
}

/** Can somebody answer before the use begins? */
export type AnswerFit = 'automatic' | 'in-time' | 'tight' | 'nobody' | 'unknown'

export function answerFit({ approval, answer }: Answer, startsAt: string, now: number): AnswerFit {
  if (approval === 'automatic' || answer === null) return 'automatic'
  const start = Date.parse(startsAt)
  if (Date.parse(answer.by) <= now) return 'unknown'
  if (start <= Date.parse(answer.worksFrom)) return 'nobody'
  return start < Date.parse(answer.by) ? 'tight' : 'in-time'
}

/** What can honestly be promised of an answer, before the request is made (docs/product.md › Rooms). */
export function answerWords(room: Answer, startsAt: string, now: number): string {
  const fit = answerFit(room, startsAt, now)
  if (fit === 'automatic' || room.answer === null) return words.automatic
  if (fit === 'unknown') return words.unknown
  const { worksFrom, by } = room.answer
  if (fit === 'nobody') return words.nobody(momentWords(worksFrom, now))
  if (fit === 'in-time') return words.inTime(momentWords(by, now))
  const works = Date.parse(worksFrom) <= now ? words.now : words.from(momentWords(worksFrom, now))
  return words.tight(works, momentWords(by, now))
}
