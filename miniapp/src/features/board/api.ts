import { type BoardRoom, boardAsk, readBoard, watchBoard } from '@linli/contracts/board'
import { rescheduleBooking } from '@linli/contracts/bookings'
import { getCase } from '@linli/contracts/cases'
import type { InfiniteData } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../shared/http/call'
import { queryClient } from '../../shared/http/query-client'
import type { Reply } from '../../shared/http/request'
import { answerKey, useAnswer, usePages } from '../../shared/http/use-answer'
import { useEvents } from '../../shared/http/use-events'
import { useWrite } from '../../shared/http/use-write'
import { follower } from './follow'

/** Where nothing is told, what was decided elsewhere appears by itself; else what only the clock changes. */
const refetchEvery = { told: 60_000, untold: 15_000 }

type Shown = InfiniteData<Reply<typeof readBoard>>

/** @returns the board, which follows what happens */
export function useBoard(division: string, from: string, days: number) {
  const asked = (cursor?: string) => ({ params: { division }, query: { from, days: String(days), cursor } })
  const hear = useMemo(
    () => follower((rooms) => askAgain({ division, from, days }, rooms)),
    [division, from, days],
  )
  const hears = useEvents(watchBoard, { params: { division } }, hear)
  return usePages(readBoard, asked, false, hears ? refetchEvery.told : refetchEvery.untold)
}

interface Asked {
  division: string
  from: string
  days: number
}

async function askAgain({ division, from, days }: Asked, rooms: readonly string[] | null) {
  const plain = { params: { division }, query: { from, days: String(days) } }
  const queryKey = [
    'pages',
    ...answerKey(readBoard, { ...plain, query: { ...plain.query, cursor: undefined } }),
  ]
  const shown = queryClient.getQueryData<Shown>(queryKey)
  void queryClient.invalidateQueries({ queryKey: ['cases', getCase.path] })
  const known = new Set(shown?.pages.flatMap((page) => page.rooms.map(({ id }) => id)))
  if (rooms === null || rooms.length > boardAsk || rooms.some((id) => !known.has(id)))
    return queryClient.invalidateQueries({ queryKey })
  const answer = await call(readBoard, { ...plain, query: { ...plain.query, rooms: rooms.join(',') } })
  queryClient.setQueryData<Shown>(queryKey, (was) => was && withRooms(was, rooms, answer.rooms))
}

/** What was asked for and is there no more has gone. */
const withRooms = (was: Shown, asked: readonly string[], now: readonly BoardRoom[]): Shown => ({
  ...was,
  pages: was.pages.map((page) => ({
    ...page,
    rooms: page.rooms.flatMap((room) =>
      asked.includes(room.id) ? now.filter(({ id }) => id === room.id) : [room],
    ),
  })),
})

export const useChosen = (id: string) =>
  useAnswer(getCase, { params: { id } }, { refetchEvery: refetchEvery.untold })
export const useMove = (done: () => void) => useWrite(rescheduleBooking, { done })
