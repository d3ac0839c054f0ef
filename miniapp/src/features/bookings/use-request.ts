import type { Period } from '@linli/contracts/common'
import type { Purpose, Room } from '@linli/contracts/rooms'
import { back, replaceWith } from '../../shared/navigate'
import { pages } from '../../shared/pages'
import { renewMe, useMe } from '../../shared/session'
import { say } from '../../shared/toast'
import { useRequestBooking } from './api'
import { type BookingDraft, useDraft } from './draft'
import { bookingsText } from './text'

const usual = 10

/** One request for a room: the draft, the chosen time (the page's, which outlives a sign-in), and the one write. */
export function useRequest(room: Room, period: Period, setPeriod: (next: Period) => void) {
  const me = useMe()
  const { draft, change, sent } = useDraft()
  const purpose = room.purposes.find((one) => one === draft.purpose) ?? room.purposes[0] ?? 'other'
  const attendees = Math.min(draft.attendees ?? usual, room.capacity)
  const asksName = me !== null && me.name === null
  const write = useRequestBooking({
    label: bookingsText.queuedLabel(room.name),
    queued() {
      sent()
      say(bookingsText.queued)
      back()
    },
    done(booked) {
      // The service keeps the name it was given, so it is not asked for again.
      if (me !== null && asksName && draft.contactName.trim() !== '')
        renewMe({ ...me, name: draft.contactName.trim() })
      sent()
      say(booked.state === 'confirmed' ? bookingsText.done.confirmed : bookingsText.done.pending)
      replaceWith(pages.case(booked.id))
    },
  })
  const submit = () => write.mutate({ body: toBody(room.id, period, purpose, attendees, draft) })
  const moveTo = (next: Period) => {
    setPeriod(next)
    write.reset()
  }
  const { isPending: busy, error: problem } = write
  return { draft, change, period, purpose, attendees, asksName, busy, problem, submit, moveTo }
}

export type BookingRequest = ReturnType<typeof useRequest>

/** What the service is asked; fields left empty are left out. */
function toBody(roomId: string, period: Period, purpose: Purpose, attendees: number, draft: BookingDraft) {
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
