/** What becomes of each booking that a closure meets, while somebody chooses. Pure. */
import { type ClosureAnswer, closureBookings, type MetBooking } from '@linli/contracts/closures'

export interface Met {
  bookings: MetBooking[]
  /** More than one closure answers for: it has to be done in parts. */
  tooMany: boolean
}

/** What was read room by room, in order. */
export function metIn(read: readonly { bookings: MetBooking[]; more: boolean }[]): Met {
  const bookings = read
    .flatMap((one) => one.bookings)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  return { bookings, tooMany: bookings.length > closureBookings || read.some(({ more }) => more) }
}

/** Each by its booking: to keep it, to call it off, or the room it goes to. */
export type Choice = 'keep' | 'cancel' | `to ${string}`
export type Choices = Readonly<Record<string, Choice>>

export const toRoom = (roomId: string): Choice => `to ${roomId}`
const roomOf = (choice: Choice | undefined): string | undefined =>
  choice?.startsWith('to ') === true ? choice.slice(3) : undefined

/** Cleaning has to fit between two uses; how long it takes there is not known here. */
const beforeAndAfterMs = 60 * 60_000

const meets = (a: MetBooking, b: MetBooking): boolean =>
  Date.parse(a.startsAt) < Date.parse(b.endsAt) + beforeAndAfterMs &&
  Date.parse(b.startsAt) < Date.parse(a.endsAt) + beforeAndAfterMs

/** Where one may go: rooms that stay open and that no other of these is sent to at that time. */
export const roomsFor = (
  one: MetBooking,
  met: readonly MetBooking[],
  closing: readonly string[],
  choices: Choices,
): MetBooking['instead'] =>
  one.answers.includes('move')
    ? one.instead.filter(
        ({ roomId }) =>
          !closing.includes(roomId) &&
          !met.some(
            (other) =>
              other.caseId !== one.caseId && roomOf(choices[other.caseId]) === roomId && meets(one, other),
          ),
      )
    : []

/** All that fit somewhere go there, the first room that suits; what has been chosen stays, the rest is left open. */
export const allElsewhere = (
  met: readonly MetBooking[],
  closing: readonly string[],
  choices: Choices,
): Choices =>
  met.reduce<Choices>((all, one) => {
    if (all[one.caseId] !== undefined) return all
    const [first] = roomsFor(one, met, closing, all)
    return first === undefined ? all : { ...all, [one.caseId]: toRoom(first.roomId) }
  }, choices)

/** One answer for all that have none yet. */
export const restTo = (met: readonly MetBooking[], choices: Choices, choice: 'keep' | 'cancel'): Choices => ({
  ...Object.fromEntries(met.map(({ caseId }) => [caseId, choice])),
  ...choices,
})

export const openOf = (met: readonly MetBooking[], choices: Choices): number =>
  met.filter(({ caseId }) => choices[caseId] === undefined).length

interface Answer {
  caseId: string
  answer: ClosureAnswer
  roomId?: string
}

export const answersOf = (met: readonly MetBooking[], choices: Choices): Answer[] =>
  met.flatMap(({ caseId }): Answer[] => {
    const choice = choices[caseId]
    const roomId = roomOf(choice)
    if (roomId !== undefined) return [{ caseId, answer: 'move', roomId }]
    return choice === 'keep' || choice === 'cancel' ? [{ caseId, answer: choice }] : []
  })
