import { checkSeries, requestSeries, type SeriesDate } from '@linli/contracts/booking-series'
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
  /** Weeks that are to begin at another time. */
  const [taken, setTaken] = useState<Taken>({})
  const looking = asked && needs === null
  const use = { purpose: purpose ?? 'other', attendees: String(attendees ?? 1), weeks: String(weeks) }
  const given = { params: { id: room.id }, query: { ...period, ...use } }
  const check = useAnswer(checkSeries, given, { enabled: looking })
  const write = useWrite(requestSeries, { done: asking.sent })
  const dates = check.data?.dates ?? []
  const { instead, without } = answersTo(dates, taken)
  const send = () => {
    if (purpose === null || attendees === null) return
    const body = toBody(room.id, period, purpose, attendees, draft)
    write.mutate({ body: { ...body, weeks, without, instead } })
  }
  return {
    ...asking,
    ...{ weeks, setWeeks, check, send, looking },
    instead,
    take: (number: number, startsAt: string | undefined) => setTaken({ ...taken, [number]: startsAt }),
    setLooking(on: boolean) {
      write.reset()
      setTaken({})
      setAsked(on)
    },
    free: dates.length - without.length,
    busy: write.isPending,
    problem: write.error,
    made: write.data === 'queued' ? undefined : write.data?.bookings,
  }
}

type Taken = Readonly<Record<number, string | undefined>>

/** What clashes is left out, unless another time was taken for it that is still free. */
function answersTo(dates: readonly SeriesDate[], taken: Taken) {
  const clashing = dates.filter(({ clash }) => clash !== null)
  const instead = clashing.flatMap(({ number, free }) => {
    const chosen = free.find(({ startsAt }) => startsAt === taken[number])
    return chosen ? [{ number, startsAt: chosen.startsAt }] : []
  })
  const moved = new Set(instead.map(({ number }) => number))
  return { instead, without: clashing.map(({ number }) => number).filter((number) => !moved.has(number)) }
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
