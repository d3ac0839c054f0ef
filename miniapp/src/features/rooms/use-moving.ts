import { getCase } from '@linli/contracts/cases'
import { useAnswer } from '../../shared/http/use-answer'
import type { Moving } from './own-time'

const minuteMs = 60_000

/** The booking that is to get another time: null where none is, undefined while it is asked for. */
export function useMoving(id: string | undefined) {
  const query = useAnswer(getCase, { params: { id: id ?? '' } }, { enabled: id !== undefined })
  return { query, one: id === undefined ? null : movingOf(query.data) }
}

interface Placed {
  id: string
  startsAt: string | null
  endsAt: string | null
  can: string[]
}

function movingOf(one: Placed | undefined): (Moving & { may: boolean }) | undefined {
  if (one === undefined || one.startsAt === null || one.endsAt === null) return undefined
  const { id, startsAt, endsAt, can } = one
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / minuteMs
  return { id, startsAt, endsAt, minutes, may: can.includes('reschedule') }
}
