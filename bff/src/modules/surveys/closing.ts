/**
 * The promise: a survey is counted once, in the transaction that closes it. Residents answer until the end of its last
 * day; paper can be entered until it is closed, which the clock does a week later and staff may do at once; from then on
 * everybody sees the results.
 */
import type { Tx } from '../../platform/db'
import { addJob } from '../../platform/jobs'
import { tally } from './answer-store'
import { resultsOf, type Tally } from './blocks'
import { divisionsIn, insertResults } from './result-store'
import { optionsOf } from './rules'
import { markClosed, type SurveyRow } from './store'

/** @returns false when somebody else has closed it */
export async function closeAndCount(tx: Tx, id: string, at: Date): Promise<boolean> {
  const row = await markClosed(tx, id, at)
  if (!row) return false
  const zero = nobody(row)
  const [tallies, divisions] = [await tally(tx, id, zero), await divisionsIn(tx, row.division)]
  await insertResults(tx, id, resultsOf(tallies, zero, divisions, row.division))
  await addJob(tx, 'mix_survey', { surveyId: id }, at)
  return true
}

const nobody = ({ questions }: Pick<SurveyRow, 'questions'>): Tally => ({
  answered: 0,
  onPaper: 0,
  counts: questions.map((question) => Array<number>(optionsOf(question)).fill(0)),
})
