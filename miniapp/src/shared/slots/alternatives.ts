import type { Period } from '@linli/contracts/common'
import type { ProblemError } from '../http/problem'

/** The free times that a refusal names, if it does. */
export function alternativesOf(problem: ProblemError | null): Period[] {
  const given = problem?.facts.alternatives
  return Array.isArray(given) ? given.filter(isPeriod) : []
}

export interface UsedUp extends Period {
  id: string
  roomName: string
  /** Only what has not been used can be given up. */
  canCancel: boolean
}

/** The bookings that use a week up, if a refusal names them. */
export function usedUpOf(problem: ProblemError | null): UsedUp[] {
  const given = problem?.facts.bookings
  return Array.isArray(given) ? given.filter(isUsedUp) : []
}

const isUsedUp = (value: unknown): value is UsedUp =>
  isPeriod(value) && 'id' in value && 'roomName' in value && 'canCancel' in value

/** One's own booking that a refusal is about. */
export function ownCaseOf(problem: ProblemError | null): string | null {
  const given = problem?.facts.caseId
  return problem?.code === 'booking_already_yours' && typeof given === 'string' ? given : null
}

/** The wish for another time that is open already. */
export function openChangeOf(problem: ProblemError | null): string | null {
  const given = problem?.facts.caseId
  return problem?.code === 'booking_change_open' && typeof given === 'string' ? given : null
}

const isPeriod = (value: unknown): value is Period =>
  typeof value === 'object' && value !== null && 'startsAt' in value && 'endsAt' in value
