/**
 * The promise: a sheet of paper counts only under a number that was printed here. So whoever works above a community sees
 * how many forms it printed and how many came back, and a pile of sheets that nobody was handed is seen, too.
 */
import type { FormRun } from '@linli/contracts/survey-paper'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { claim, type Idempotency } from '../../platform/idempotency'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import { community } from '../divisions/service'
import { isStaffOf } from '../identity/policy'
import { findRun, insertRun, type RunRow, runsOf } from './form-store'
import { worksAt } from './policy'
import { takesPaper } from './rules'
import { placeOf, readAs } from './service'
import { lockSurvey } from './store'

async function shown(deps: Deps, { printedAt, ...row }: RunRow): Promise<FormRun> {
  return { ...row, community: await placeOf(deps, row.community), printedAt: printedAt.toISOString() }
}

/** Before its first day, too: forms are handed out when it begins. @throws Problem not_found, not_allowed, survey_not_open */
export async function printSurveyForms(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: { id: string; community: string; copies: number },
): Promise<FormRun> {
  const { row, grants } = await readAs(deps, who, asked.id)
  await community(deps, asked.community)
  if (!isStaffOf(grants, asked.community)) throw new Problem('not_allowed')
  if (!asked.community.startsWith(row.division)) throw new Problem('not_found')
  const id = await deps.db.transaction(async (tx) => {
    const [made, at] = [deps.ids.id(), deps.clock.now()]
    const prior = await claim(tx, idempotency, made, at)
    if (prior) return prior
    const locked = await lockSurvey(tx, asked.id, 'UPDATE')
    if (!locked || !takesPaper({ ...locked, startsOn: '' }, at)) throw new Problem('survey_not_open')
    await insertRun(tx, { ...asked, surveyId: asked.id, id: made, printedBy: who.accountId, at })
    return made
  })
  const run = await findRun(deps.db, id)
  if (!run) throw new Problem('not_found')
  return shown(deps, run)
}

const pageSize = 50

/** @throws Problem not_found for who does not work there, and for a division that the survey does not reach */
export async function listSurveyForms(
  deps: Deps,
  who: Who,
  { id, code }: { id: string; code: string },
  after: { at: Date; id: string } | undefined,
): Promise<{ runs: FormRun[]; next: { at: Date; id: string } | undefined }> {
  const { row, grants } = await readAs(deps, who, id)
  await placeOf(deps, code)
  if (row.state === 'draft' || !code.startsWith(row.division) || !worksAt(grants, code))
    throw new Problem('not_found')
  const { page, last } = pageOf(await runsOf(deps.db, id, code, after, pageSize + 1), pageSize)
  return {
    runs: await Promise.all(page.map((run) => shown(deps, run))),
    next: last && { at: last.printedAt, id: last.id },
  }
}
