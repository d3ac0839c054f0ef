import { type CaseDetail, getCase } from '@linli/contracts/cases'
import { acceptOffer, declineOffer, getLineHistory, getLinePlace } from '@linli/contracts/line'
import { useEffect } from 'react'
import { queryClient } from '../../../shared/http/query-client'
import { answerKey, useAnswer } from '../../../shared/http/use-answer'
import { useVisible } from '../use-visible'
import { useWrite } from '../../../shared/http/use-write'

/** The place is asked for by thousands: often enough to see it move, and only while it is looked at. */
const placeEvery = 10_000
const historyEvery = 60_000

/** Where a waiting case stands, followed while its page is in sight; once it waits no more, the case is asked anew. */
export function usePlace({ id, state }: Pick<CaseDetail, 'id' | 'state'>) {
  const visible = useVisible()
  const given = { params: { id } }
  const query = useAnswer(getLinePlace, given, visible ? { refetchEvery: placeEvery } : {})
  const { data, dataUpdatedAt } = query
  const moved = data !== undefined && data.state !== state
  useEffect(() => {
    if (moved) void queryClient.invalidateQueries({ queryKey: answerKey(getCase, { params: { id } }) })
  }, [moved, dataUpdatedAt, id])
  return query
}

export const useHistory = (id: string) =>
  useAnswer(getLineHistory, { params: { id } }, useVisible() ? { refetchEvery: historyEvery } : {})

export const useAccept = (done: (one: CaseDetail) => void) => useWrite(acceptOffer, { done })
export const useDecline = (done: () => void) => useWrite(declineOffer, { done })

/** How siblings of this case wait, once it is known. */
export const useGroupRule = (id: string) => useAnswer(getLineHistory, { params: { id } }).data?.groupRule
