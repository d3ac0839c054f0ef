import { boardAsk, boardDays, readBoard, readBoardWeek, watchBoard } from '@linli/contracts/board'
import { rescheduleBooking } from '@linli/contracts/bookings'
import { getCase } from '@linli/contracts/cases'
import type { InfiniteData } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../shared/http/call'
import { queryClient } from '../../shared/http/query-client'
import type { Input, Reply } from '../../shared/http/request'
import { answerKey, useAnswer, usePages } from '../../shared/http/use-answer'
import { useEvents } from '../../shared/http/use-events'
import { useWrite } from '../../shared/http/use-write'
import { follower } from './follow'

/** Where nothing is told, what was decided elsewhere appears by itself; else what only the clock changes. */
const refetchEvery = { told: 60_000, untold: 15_000 }

type Board = typeof readBoard | typeof readBoardWeek
type Shown<E extends Board> = InfiniteData<Reply<E>>

/** Days, with all that takes their rooms. @returns the board, which follows what happens */
export const useBoard = (division: string, from: string) =>
  useFollowed(readBoard, { division, from, days: 1 })

/** A week, with how full its days are. */
export const useBoardWeek = (division: string, from: string) =>
  useFollowed(readBoardWeek, { division, from, days: boardDays })

interface Asked {
  division: string
  from: string
  days: number
}

const inputOf = <E extends Board>(
  { division, from, days }: Asked,
  more: { cursor?: string | undefined; rooms?: string },
) => ({ params: { division }, query: { from, days: String(days), ...more } }) as Input<E>

function useFollowed<E extends Board>(e: E, { division, from, days }: Asked) {
  const asked = (cursor?: string) => inputOf<E>({ division, from, days }, { cursor })
  const hear = useMemo(
    () => follower((rooms) => askAgain(e, { division, from, days }, rooms)),
    [e, division, from, days],
  )
  const hears = useEvents(watchBoard, { params: { division } }, hear)
  return usePages(e, asked, false, hears ? refetchEvery.told : refetchEvery.untold)
}

async function askAgain<E extends Board>(e: E, asked: Asked, rooms: readonly string[] | null) {
  const queryKey = ['pages', ...answerKey(e, inputOf<E>(asked, { cursor: undefined }))]
  const shown = queryClient.getQueryData<Shown<E>>(queryKey)
  void queryClient.invalidateQueries({ queryKey: ['cases', getCase.path] })
  const known = new Set(shown?.pages.flatMap((page) => page.rooms.map(({ id }) => id)))
  if (rooms === null || rooms.length > boardAsk || rooms.some((id) => !known.has(id)))
    return queryClient.invalidateQueries({ queryKey })
  const answer = await call(e, inputOf<E>(asked, { rooms: rooms.join(',') }))
  queryClient.setQueryData<Shown<E>>(queryKey, (was) => was && withRooms(was, rooms, answer.rooms))
}

/** What was asked for and is there no more has gone. */
const withRooms = <Room extends { id: string }, Page extends { rooms: readonly Room[] }>(
  was: InfiniteData<Page>,
  asked: readonly string[],
  now: readonly Room[],
): InfiniteData<Page> => ({
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
