import type { Fault } from '@linli/contracts/problems'
import { useState } from 'react'
import { ProblemError } from '../http/problem'
import { staffText } from '../staff/staff-text'

/** A field without which the service need not be asked, marked as the service would. */
export const missingAt = (field: string, message: string): Fault => ({
  path: `body.${field}`,
  code: 'invalid_request',
  message,
})

/** A form may be sent at any time; what it still lacks is then said at its fields. */
export function useMissingFields() {
  const [problem, setProblem] = useState<ProblemError | null>(null)
  return {
    problem,
    /** @returns whether nothing is lacking */
    check(faults: Fault[]): boolean {
      setProblem(faults.length === 0 ? null : new ProblemError('invalid_request', staffText.missing, faults))
      return faults.length === 0
    },
  }
}
