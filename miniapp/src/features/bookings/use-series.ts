import { checkSeries, requestSeries } from '@linli/contracts/booking-series'
import type { Period } from '@linli/contracts/common'
import type { Room } from '@linli/contracts/rooms'
import { useState } from 'react'
import { useAnswer } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'
import { renewMe, useMe } from '../../shared/session/session'
import { useDraft } from './draft'
import { needsOf, toBody } from './use-request'

/** A room every week: what for, how many weeks, which of them can be had, and the one write. */
export function useSeries(room: Room, period: Period) {
  const asking = useAsking(room)
  const { draft, purpose, attendees, needs } = asking
  const [weeks, setWeeks] = useState(4)
  const [asked, setAsked] = useState(false)
  const looking = asked && needs === null
  const use = { purpose: purpose ?? 'other', attendees: String(attendees ?? 1), weeks: String(weeks) }
  const given = { params: { id: room.id }, query: { ...period, ...use } }
  const check = useAnswer(checkSeries, given, { enabled: looking })
  const write = useWrite(requestSeries, { done: asking.sent })
  const dates = check.data?.dates ?? []
  const without = dates.filter(({ clash }) => clash !== null).map(({ number }) => number)
  const send = () => {
    if (purpose === null || attendees === null) return
    write.mutate({ body: { ...toBody(room.id, period, purpose, attendees, draft), weeks, without } })
  }
  return {
    ...asking,
    ...{ weeks, setWeeks, check, send, looking },
    setLooking(on: boolean) {
      write.reset()
      setAsked(on)
    },
    free: dates.length - without.length,
    busy: write.isPending,
    problem: write.error,
    made: write.data === 'queued' ? undefined : write.data?.bookings,
  }
}

/** What for, and how many: chosen by the person, now or last time. */
function useAsking(room: Room) {
  const me = useMe()
  const { draft, change, sent } = useDraft()
  const only = room.purposes.length === 1 ? room.purposes[0] : undefined
  const purpose = room.purposes.find((one) => one === draft.purpose) ?? only ?? null
  const attendees = draft.attendees === null ? null : Math.min(draft.attendees, room.capacity)
  const asksName = me !== null && me.name === null
  return {
    ...{ draft, change, purpose, attendees, asksName, waiting: false },
    needs: needsOf({ purpose, attendees, group: true }),
    sent() {
      // The service keeps the name it was given, so it is not asked for again.
      const name = draft.contactName.trim()
      if (me !== null && asksName && name !== '') renewMe({ ...me, name })
      sent()
    },
  }
}

export type Series = ReturnType<typeof useSeries>
