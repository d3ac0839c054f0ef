import type { Equipment, Purpose } from '@linli/contracts/rooms'
import { purposeWord } from '@linli/contracts/words'
import { dayWords } from '../../shared/time/time-words'
import { roomsText } from './text'
import { equipmentWord } from '@linli/contracts/room-words'

export interface Hours {
  from: string
  to: string
}

/** What somebody looks for. Nothing is asked for them: what they do not say is left out. */
export interface Question {
  /** Null while nobody has said it. */
  day: string | null
  hours: Hours | null
  people: number | null
  stepFree: boolean
  purpose: Purpose | null
  equipment: readonly Equipment[]
}

export const openQuestion: Question = {
  day: null,
  hours: null,
  people: null,
  stepFree: false,
  purpose: null,
  equipment: [],
}

/** The same without what leaves rooms out: the day and the hours stay. */
export const widened = ({ day, hours }: Question): Question => ({ ...openQuestion, day, hours })

export const leavesOut = ({ people, stepFree, purpose, equipment }: Question): boolean =>
  people !== null || stepFree || purpose !== null || equipment.length > 0

export const toQuery = (question: Question) => ({
  day: question.day ?? undefined,
  from: question.hours?.from,
  to: question.hours?.to,
  people: question.people === null ? undefined : String(question.people),
  stepFree: question.stepFree ? ('true' as const) : undefined,
  purpose: question.purpose ?? undefined,
  equipment: question.equipment.length === 0 ? undefined : question.equipment.join(','),
})

export const hoursSpan = ({ from, to }: Hours) => `${from}–${to}`

/** The three questions as they stand; `day` is the one that was looked at. */
export const saidOf = (question: Question, day: string, now: number) => ({
  day: dayWords(question.day ?? day, now),
  hours: question.hours === null ? roomsText.ask.anyHours : hoursSpan(question.hours),
  people: question.people === null ? roomsText.anyPeople : roomsText.ask.count(question.people),
})

/** What else was asked for, each by its word. */
export const extraWords = ({ purpose, equipment }: Question): string[] => [
  ...(purpose === null ? [] : [purposeWord[purpose]]),
  ...equipment.map((one) => equipmentWord[one]),
]
