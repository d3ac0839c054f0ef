/**
 * The promise: a survey that is published is the same for everybody; a draft exists for those who could have planned it.
 * What was answered is shown once the survey is counted, and only as sums of blocks of five (see `blocks.ts`), telephones
 * and paper apart. While it runs, those who work above a division see how many had answered this morning: what changed
 * since yesterday may be one answer, but never which, and not after which sheet of paper.
 */
import type { output } from 'zod/mini'
import type * as contract from '@linli/contracts/surveys'
import type { Survey } from '@linli/contracts/surveys'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { addDays, dayOf, startOfDay } from '../../platform/shanghai'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import { directory } from '../divisions/service'
import { type GrantFact, grantsOf } from '../identity/service'
import { resultsOf } from './blocks'
import { maySee, plansFor, worksAt } from './policy'
import { surveyOf } from './present'
import { type Reach, reachOf } from './reach-store'
import { findResult, type ResultRow } from './result-store'
import { roundedDown, resultOf } from './shares'
import { findSurvey, type ReadRow, surveysFor } from './store'

const grantsFor = (deps: Deps, who: Who | undefined): Promise<GrantFact[]> =>
  who ? grantsOf(deps, who.accountId) : Promise.resolve([])

/** @throws Problem not_found */
export async function placeOf(deps: Deps, code: string) {
  const place = (await directory(deps)).find(code)
  if (!place) throw new Problem('not_found')
  return place
}

/** The survey as somebody may see it. @throws Problem not_found for whom it does not exist */
export async function readAs(
  deps: Deps,
  who: Who | undefined,
  id: string,
): Promise<{ row: ReadRow; grants: GrantFact[] }> {
  const [row, grants] = await Promise.all([
    findSurvey(deps.db, id, who?.accountId ?? null),
    grantsFor(deps, who),
  ])
  if (!row || !maySee(row, grants)) throw new Problem('not_found')
  return { row, grants }
}

async function shown(deps: Deps, who: Who | undefined, row: ReadRow, grants: GrantFact[]): Promise<Survey> {
  const place = (await directory(deps)).find(row.division)
  const reader = who?.accountId ?? ''
  return surveyOf(row, { divisionName: place?.name ?? '', grants, reader, now: deps.clock.now() })
}

export async function getSurvey(deps: Deps, who: Who | undefined, id: string): Promise<Survey> {
  const { row, grants } = await readAs(deps, who, id)
  return shown(deps, who, row, grants)
}

const pageSize = 20
/** What is over is listed for a year. */
const listedDays = 365

/** @throws Problem not_found */
export async function listSurveys(
  deps: Deps,
  who: Who | undefined,
  division: string,
  after: { at: Date; id: string } | undefined,
): Promise<{ surveys: Survey[]; next: { at: Date; id: string } | undefined }> {
  await placeOf(deps, division)
  const grants = await grantsFor(deps, who)
  const today = dayOf(deps.clock.now())
  const filter = {
    division,
    works: worksAt(grants, division),
    plans: plansFor(grants),
    today,
    since: addDays(today, -listedDays),
    reader: who?.accountId ?? null,
  }
  const { page, last } = pageOf(await surveysFor(deps.db, filter, after, pageSize + 1), pageSize)
  return {
    surveys: await Promise.all(page.map((row) => shown(deps, who, row, grants))),
    next: last && { at: startOfDay(last.startsOn), id: last.id },
  }
}

/** @throws Problem not_found also for a division that the survey does not reach */
export async function getSurveyResults(
  deps: Deps,
  who: Who | undefined,
  id: string,
  code: string,
): Promise<output<typeof contract.getSurveyResults.reply>> {
  const { row, grants } = await readAs(deps, who, id)
  const division = await placeOf(deps, code)
  if (!code.startsWith(row.division)) throw new Problem('not_found')
  const result = row.countedAt ? await findResult(deps.db, id, code) : undefined
  return {
    survey: await shown(deps, who, row, grants),
    division,
    published: row.countedAt !== null,
    publishedAt: row.countedAt?.toISOString() ?? null,
    questions: row.questions.map((_, n) =>
      result ? resultOf(waysOf(result, n)) : { of: null, shares: null },
    ),
    ...(result?.paperCounts
      ? { byPhone: roundedDown(result.answered) || null, onPaper: roundedDown(result.onPaper) || null }
      : // Counted together with the telephones: the sheets of a part would be what is left of them.
        { byPhone: null, onPaper: result && code === row.division ? roundedDown(result.onPaper) : null }),
  }
}

/** How many chose each option of a question: by telephone, and on paper. */
const waysOf = ({ counts, paperCounts }: ResultRow, question: number): number[][] =>
  [counts, paperCounts].flatMap((ways) => (ways ? [ways[question] ?? []] : []))

type Coverage = Omit<output<typeof contract.getSurveyCoverage.reply>, 'next'>

const belowSize = 50

/** @throws Problem not_found for who does not work there, and for a division that the survey does not reach */
export async function getSurveyCoverage(
  deps: Deps,
  who: Who,
  { id, code, after }: { id: string; code: string; after: string | undefined },
): Promise<Coverage & { next: string | undefined }> {
  const { row, grants } = await readAs(deps, who, id)
  await placeOf(deps, code)
  if (row.state === 'draft' || !code.startsWith(row.division) || !worksAt(grants, code))
    throw new Problem('not_found')
  const reach = await reachOf(deps.db, id, row.division)
  const within = (division: string) => {
    const all = reach.filter(({ community }) => community.startsWith(division))
    const reached = all.filter(({ byPhone, onPaper }) => byPhone + onPaper > 0)
    return { communities: all.length, reached: reached.length }
  }
  const children = (await directory(deps)).children(code).filter((d) => d.code > (after ?? ''))
  const { page, last } = pageOf(children, belowSize)
  const answers = answersOf(
    reach,
    page.map((d) => d.code),
    row.division,
  )
  const below = page.map((division) => ({
    division,
    ...within(division.code),
    answers: answers.get(division.code) ?? null,
  }))
  return { asOf: row.reachOn, ...within(code), below, next: last?.code }
}

/** Of the same blocks as the results, whatever division is looked at; telephones and paper each in fives. */
function answersOf(reach: readonly Reach[], divisions: readonly string[], root: string): Map<string, number> {
  const said = new Map<string, number>()
  for (const way of ['byPhone', 'onPaper'] as const) {
    const tallies = new Map(reach.map((one) => [one.community, { answered: one[way], counts: [] }]))
    for (const { division, answered } of resultsOf(tallies, { answered: 0, counts: [] }, divisions, root))
      said.set(division, (said.get(division) ?? 0) + roundedDown(answered))
  }
  return said
}
