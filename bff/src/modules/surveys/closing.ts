/**
 * The promise: a survey is counted once, in the transaction that closes it. Residents answer until the end of its last
 * day; paper can be entered until it is closed, a week later or, of one that was ended early, the next morning; only the
 * clock closes. What came by telephone and what staff keyed in are counted apart: they know the one and not the other.
 */
import type { Tx } from '../../platform/db'
import { addJob } from '../../platform/jobs'
import { dayOf } from '../../platform/shanghai'
import { tally } from './answer-store'
import { type Result, resultsOf, type Tally } from './blocks'
import { takeReach } from './reach-store'
import { divisionsIn, insertResults, type ResultRow } from './result-store'
import { optionsOf } from './rules'
import { markClosed, type SurveyRow } from './store'

/** @returns false when somebody else has closed it */
export async function closeAndCount(tx: Tx, id: string, at: Date): Promise<boolean> {
  const row = await markClosed(tx, id, at)
  if (!row) return false
  const zero = nobody(row)
  const [{ phone, paper }, divisions] = [await tally(tx, id, zero), await divisionsIn(tx, row.division)]
  const of = (tallies: ReadonlyMap<string, Tally>) => resultsOf(tallies, zero, divisions, row.division)
  await insertResults(tx, id, resultRows(of(phone), of(paper), zero))
  await takeReach(tx, id, dayOf(at))
  await addJob(tx, 'mix_survey', { surveyId: id }, at)
  return true
}

const nobody = ({ questions }: Pick<SurveyRow, 'questions'>): Tally => ({
  answered: 0,
  counts: questions.map((question) => Array<number>(optionsOf(question)).fill(0)),
})

/** A row for each division of which anything can be shown. */
export function resultRows(phone: readonly Result[], paper: readonly Result[], zero: Tally): ResultRow[] {
  const divisions = [...new Set([...phone, ...paper].map(({ division }) => division))]
  const found = (results: readonly Result[], division: string): Tally =>
    results.find((result) => result.division === division) ?? zero
  return divisions.map((division) => {
    const [calls, sheets] = [found(phone, division), found(paper, division)]
    return {
      division,
      answered: calls.answered,
      counts: calls.counts,
      onPaper: sheets.answered,
      paperCounts: sheets.counts,
    }
  })
}
