/** What pages of a matter say first, and whom they never name. */
import type { ThreadLine } from '@linli/contracts/consultation-thread'
import { type ProblemCode, problems } from '@linli/contracts/problems'
import { expect, test } from 'vitest'
import { localProblem, ProblemError } from '../../../miniapp/src/shared/http/problem'
import { problemText } from '../../../miniapp/src/shared/http/problem-text'
import { newestOfOther } from '../../../miniapp/src/shared/matters/feed-items'
import { urgentText } from '../../../miniapp/src/shared/matters/text'

test('no page of a matter sends anybody to the community', () => {
  const met = /^(files?_.*|internal_error|busy|consultation.*)$/
  const said = Object.entries(problems).map(
    ([code, { title }]) => new ProblemError(code as ProblemCode, title),
  )
  const local = (['offline', 'timeout', 'network', 'unreadable', 'changed'] as const).map(localProblem)
  for (const problem of [...local, ...said.filter(({ code }) => met.test(code))])
    expect(problemText(problem, urgentText.problems)).not.toContain('社区')
  expect(problemText(localProblem('offline'), urgentText.problems)).toMatch(/12348.*110/)
})

const line = (n: number, side: ThreadLine['side']): ThreadLine => ({
  ...{ id: `line ${n}`, n, at: '2026-11-23T02:00:00Z', side, by: null, kind: 'answer', words: `${n}` },
  ...{ files: [], corrects: null },
})

test('what the other side said last comes first, unless it is all there is, or was answered', () => {
  const lines = [line(1, 'party'), line(2, 'party')]
  expect(newestOfOther({ lines, readAs: 'adviser' })?.n).toBe(2)
  expect(newestOfOther({ lines, readAs: 'party' })).toBeNull()
  expect(newestOfOther({ lines: lines.slice(0, 1), readAs: 'adviser' })).toBeNull()
  expect(newestOfOther({ lines: [], readAs: 'adviser' })).toBeNull()
  expect(newestOfOther({ lines: [...lines, line(3, 'adviser')], readAs: 'adviser' })).toBeNull()
})
