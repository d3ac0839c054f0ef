/**
 * The promise: an account answers once, and nobody learns what: who has answered and what was answered lie apart, are
 * written together or not at all, and the key of a repeated tap names the survey, never the answer. It does not even
 * recognise the answer: there are so few possible ones that a keyed hash of it could be read by trying all of them.
 * Everybody answers for the community that their account names, wherever they look. On a sheet of paper stands a number
 * that was printed here, so that it counts once; who filled it in is written nowhere.
 */
import type { Survey } from '@linli/contracts/surveys'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency, idempotencyOf } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { community } from '../divisions/service'
import { isStaffOf } from '../identity/policy'
import { homeOf } from '../identity/service'
import { correctSheet, countSheets, insertAnswer, insertParticipant, type NewAnswer } from './answer-store'
import { isPrinted } from './form-store'
import { answerFaults, isOpen, type Run, takesPaper } from './rules'
import { getSurvey, readAs } from './service'
import { lockSurvey, type ReadRow } from './store'

interface Given {
  id: string
  community: string
  answers: readonly number[]
}

/** @throws Problem not_found outside the survey's division, invalid_request naming every question that is wrong */
async function mustFit(deps: Deps, row: ReadRow, given: Given): Promise<void> {
  await community(deps, given.community)
  if (!given.community.startsWith(row.division)) throw new Problem('not_found')
  if (row.state === 'draft') throw new Problem('survey_not_open')
  const faults = answerFaults(row.questions, given.answers)
  if (faults.length > 0) throw new Problem('invalid_request', undefined, faults)
}

/** Keeps a closing out until the answer is written. @throws Problem survey_not_open */
async function mustTake(tx: Tx, id: string, takes: (run: Run) => boolean): Promise<void> {
  const row = await lockSurvey(tx, id, 'SHARE')
  if (!row || !takes(row)) throw new Problem('survey_not_open')
}

/** @throws Problem not_found, survey_community_needed, survey_not_open, survey_answered, invalid_request */
export async function answerSurvey(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  sent: Omit<Given, 'community'>,
): Promise<Survey> {
  const { row } = await readAs(deps, who, sent.id)
  const own = await homeOf(deps, who.accountId)
  if (own === null) throw new Problem('survey_community_needed')
  const given = { ...sent, community: own }
  await mustFit(deps, row, given)
  const blind = idempotencyOf(deps.cipher, { ...idempotency, sent: given.id })
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, blind, given.id, at)) return
    await mustTake(tx, given.id, (run) => isOpen(run, at))
    if (!(await insertParticipant(tx, given.id, who.accountId))) throw new Problem('survey_answered')
    await insertAnswer(tx, { surveyId: given.id, ...given, paper: null })
  })
  return getSurvey(deps, who, given.id)
}

/**
 * Entered by staff or a grid worker of the community.
 * @returns how many sheets of the community are in now
 * @throws Problem not_found, not_allowed, survey_not_open, paper_entered, paper_not_printed, invalid_request
 */
export async function enterPaperAnswer(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { sheet, correct, ...given }: Given & { sheet: number; correct?: boolean | undefined },
): Promise<{ entered: number }> {
  const { row, grants } = await readAs(deps, who, given.id)
  await community(deps, given.community)
  if (!isStaffOf(grants, given.community)) throw new Problem('not_allowed')
  await mustFit(deps, row, given)
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, given.id, at)) return
    await mustTake(tx, given.id, (run) => takesPaper(run, at))
    const paper = { sheet, enteredBy: who.accountId }
    await writeSheet(tx, { surveyId: given.id, ...given, paper }, correct === true)
  })
  return { entered: await countSheets(deps.db, given.id, given.community) }
}

/** @throws Problem paper_not_printed, paper_entered */
async function writeSheet(
  tx: Tx,
  answer: NewAnswer & { paper: { sheet: number; enteredBy: string } },
  correct: boolean,
): Promise<void> {
  const { surveyId, community: place, paper } = answer
  if (!(await isPrinted(tx, surveyId, place, paper.sheet))) throw new Problem('paper_not_printed')
  if (correct && (await correctSheet(tx, answer))) return
  if (!(await insertAnswer(tx, answer))) throw new Problem('paper_entered')
}
