import type { Period } from '@linli/contracts/common'
import type { ProblemError } from '../../shared/problem'

/** The free times that a refusal names, if it does. */
export function alternativesOf(problem: ProblemError | null): Period[] {
  const given = problem?.facts.alternatives
  return Array.isArray(given) ? given.filter(isPeriod) : []
}

const isPeriod = (value: unknown): value is Period =>
  typeof value === 'object' && value !== null && 'startsAt' in value && 'endsAt' in value
