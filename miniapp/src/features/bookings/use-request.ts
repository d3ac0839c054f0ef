import type { Period } from '@linli/contracts/common'
import type { Purpose, Room } from '@linli/contracts/rooms'
import { back, replaceWith } from '../../shared/navigation/navigate'
import { pages } from '../../shared/navigation/pages'
import { renewMe, useMe } from '../../shared/session/session'
import { say } from '../../shared/ui/page/say'
import { useRequestBooking, useWaitForSlot } from './api'
import { type BookingDraft, useDraft } from './draft'
import { bookingsText } from './text'

/** What is asked for; the page's, so that it outlives a sign-in. */
export interface Asked {
  period: Period
  /** The time is taken, and is waited for. */
  waiting: boolean
  /** What a tap on 和上次一样 took along. */
  asLast: Partial<BookingDraft>
}

/** One request for a room, or for a place in its line: the draft, the chosen time, and the one write. */
export function useRequest(room: Room, asked: Asked, setAsked: (next: Asked) => void) {
  const me = useMe()
  const { draft, change, sent } = useDraft(asked.asLast)
  const { period, waiting } = asked
  // What somebody chose before is theirs; nothing else is chosen for them, unless there is no choice.
  const only = room.purposes.length === 1 ? room.purposes[0] : undefined
  const purpose = room.purposes.find((one) => one === draft.purpose) ?? only ?? null
  const attendees = draft.attendees === null ? null : Math.min(draft.attendees, room.capacity)
  const asksName = me !== null && me.name === null
  const write = useRequestWrite(room, waiting, sent, () => {
    // The service keeps the name it was given, so it is not asked for again.
    if (me !== null && asksName && draft.contactName.trim() !== '')
      renewMe({ ...me, name: draft.contactName.trim() })
  })
  const needs = needsOf({ purpose, attendees, group: !waiting || draft.mainlyFor !== null })
  const submit = () => {
    if (purpose === null || attendees === null || needs !== null) return
    write.send(toBody(room.id, period, purpose, attendees, draft), draft.mainlyFor)
  }
  const turnTo = (next: Partial<Asked>) => {
    setAsked({ ...asked, ...next })
    write.reset()
  }
  const { busy, problem } = write
  return {
    draft,
    change,
    period,
    waiting,
    purpose,
    attendees,
    asksName,
    needs,
    busy,
    problem,
    submit,
    turnTo,
  }
}

export type BookingRequest = ReturnType<typeof useRequest>

interface Said {
  purpose: Purpose | null
  attendees: number | null
  group: boolean
}

/** What decides and nobody has said yet, the first of it; null when all is said. */
export function needsOf({ purpose, attendees, group }: Said): string | null {
  const { needs } = bookingsText
  if (purpose === null) return needs.purpose
  if (!group) return needs.group
  return attendees === null || attendees === 0 ? needs.people : null
}

/** The write that is meant: to book, or to wait. */
function useRequestWrite(room: Room, waiting: boolean, sent: () => void, named: () => void) {
  const queued = () => {
    sent()
    say(bookingsText.queued)
    back()
  }
  // The page of the case is the answer: nothing lies over it.
  const done = ({ id }: { id: string }) => {
    named()
    sent()
    replaceWith(pages.case(id))
  }
  const book = useRequestBooking({ label: bookingsText.queuedLabel(room.name), queued, done })
  const wait = useWaitForSlot({ label: bookingsText.queuedWait(room.name), queued, done })
  const { isPending: busy, error: problem } = waiting ? wait : book
  return {
    busy,
    problem,
    send(body: ReturnType<typeof toBody>, mainlyFor: BookingDraft['mainlyFor']) {
      if (!waiting) return book.mutate({ body })
      wait.mutate({ body: { ...body, ...(mainlyFor === null || mainlyFor === 'none' ? {} : { mainlyFor }) } })
    },
    reset() {
      book.reset()
      wait.reset()
    },
  }
}

/** What the service is asked; fields left empty are left out. */
export function toBody(
  roomId: string,
  period: Period,
  purpose: Purpose,
  attendees: number,
  draft: BookingDraft,
) {
  const note = draft.note.trim()
  const contactName = draft.contactName.trim()
  return {
    roomId,
    ...period,
    purpose,
    attendees,
    ...(note === '' ? {} : { note }),
    ...(contactName === '' ? {} : { contactName }),
  }
}
