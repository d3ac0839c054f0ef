import { getCase } from '@linli/contracts/cases'
import type { Appointment, Thread } from '@linli/contracts/consultation-thread'
import { consentReferral, declineReferral } from '@linli/contracts/consultation-referrals'
import { giveTimeBack, readCalendar, takeTime } from '@linli/contracts/consultation-meetings'
import { markThreadRead, readThread } from '@linli/contracts/consultations'
import { useEffect, useRef } from 'react'
import { call } from '../http/call'
import { useAnswer, useLook } from '../http/use-answer'
import { useWrite } from '../http/use-write'
import { saveFile } from '../files/save-file'
import { lastLine } from './feed-items'

/**
 * The case says that something happened; only then the thread is asked for again, for each reading of an adviser's leaves
 * a record. Neither is kept on the device.
 */
export function useMatter(id: string) {
  const standing = useAnswer(getCase, { params: { id } }, { refetchEvery: 20_000 })
  const thread = useAnswer(readThread, { params: { id } })
  const { refetch } = thread
  const events = standing.data?.timeline.length
  const known = useRef<number | undefined>(undefined)
  useEffect(() => {
    if (events === undefined) return
    if (known.current !== undefined && known.current !== events) void refetch()
    known.current = events
  }, [events, refetch])
  useReadMark(thread.data)
  return { standing, thread }
}

/** What was shown was read; that it could not be said is said the next time. */
function useReadMark(thread: Thread | undefined) {
  const told = useRef(0)
  const last = thread === undefined ? 0 : lastLine(thread)
  const known = thread === undefined ? 0 : thread.readUpTo[thread.readAs]
  const id = thread?.caseId
  useEffect(() => {
    if (id === undefined || last <= Math.max(known, told.current)) return
    told.current = last
    call(markThreadRead, { params: { id }, body: { upTo: last } }).catch(() => {
      told.current = 0
    })
  }, [id, last, known])
}

export const useTakeTime = (done: () => void) => useWrite(takeTime, { done })
export const useGiveTimeBack = (done: () => void) => useWrite(giveTimeBack, { done })
export const useConsent = (done: () => void) => useWrite(consentReferral, { done })
export const useDecline = (done: () => void) => useWrite(declineReferral, { done })

/** A file for the calendar of the device, made when it is asked for. */
export function useCalendar() {
  const look = useLook(readCalendar)
  return {
    ...look,
    save: ({ id }: Pick<Appointment, 'id'>) =>
      look.mutate(
        { params: { id } },
        { onSuccess: ({ name, calendar }) => void saveFile(name, { type: 'text/calendar', text: calendar }) },
      ),
  }
}
