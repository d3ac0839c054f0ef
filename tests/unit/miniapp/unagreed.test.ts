import { expect, test } from 'vitest'
import { problems } from '../../../bff/contracts/src/problems'
import { ProblemError, gotNoAnswer, isUnagreed, wasRefused } from '../../../miniapp/src/shared/http/problem'

const of = (code: keyof typeof problems) =>
  new ProblemError(code, problems[code].title, [], {}, null, null, problems[code].status)

test('what waits on the device goes on waiting for an agreement; every other refusal ends it', () => {
  const asked = of('agreement_needed')
  expect([isUnagreed(asked), wasRefused(asked), gotNoAnswer(asked)]).toEqual([true, false, false])
  // A day of care keeps its records for every 403 (care-board): they are not about what was recorded.
  expect(problems.agreement_needed.status).toBe(403)
  for (const code of ['not_allowed', 'case_changed', 'booking_slot_taken'] as const)
    expect(wasRefused(of(code)), code).toBe(true)
})
