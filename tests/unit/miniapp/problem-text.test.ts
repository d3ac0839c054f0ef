/** The sentence of a failure: the service's, a page's own, and of what was done too often when it can be done again. */
import { expect, test } from 'vitest'
import { problems } from '../../../bff/contracts/src/problems'
import { ProblemError } from '../../../miniapp/src/shared/http/problem'
import { problemText } from '../../../miniapp/src/shared/http/problem-text'

const waits = (seconds: number | null) =>
  new ProblemError('tables_enough', problems.tables_enough.title, [], {}, null, seconds, 429)

test.each([
  [541, '这一会儿导出的表格太多了，请等一等再导出。约 10 分钟后可以。'],
  [60, '这一会儿导出的表格太多了，请等一等再导出。约 1 分钟后可以。'],
  [59, '这一会儿导出的表格太多了，请等一等再导出。'],
  [null, '这一会儿导出的表格太多了，请等一等再导出。'],
])('in %s seconds there is another table', (seconds, said) => expect(problemText(waits(seconds))).toBe(said))

test('a page may say it in its own way', () =>
  expect(problemText(waits(541), { tables_enough: '歇一会儿。' })).toBe('歇一会儿。'))
