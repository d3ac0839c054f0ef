import * as paper from '@linli/contracts/survey-paper'
import * as contract from '@linli/contracts/surveys'
import type { output } from 'zod/mini'
import type { Deps } from '../../deps'
import type { Between, Mount } from '../../http/mount'
import { readCursor, readPlace, writeCursor, writePlace } from '../../platform/cursor'
import { answerSurvey, enterPaperAnswer } from './answers'
import { listSurveyForms, printSurveyForms } from './forms'
import { changeSurvey, closeSurvey, createSurvey, deleteSurvey, publishSurvey } from './plans'
import { readableFaults } from './readable-faults'
import type { Plan } from './rules'
import { getSurvey, getSurveyCoverage, getSurveyResults, listSurveys } from './service'

export function mountSurveys(mount: Mount, deps: Deps): void {
  mount('listSurveys', contract.listSurveys, 'public', async ({ query }, { who }) => {
    const { surveys, next } = await listSurveys(deps, who, query.division, readPlace(query.cursor))
    return { surveys, next: writePlace(next) }
  })
  mount('getSurvey', contract.getSurvey, 'public', ({ params }, { who }) => getSurvey(deps, who, params.id))
  mount('getSurveyResults', contract.getSurveyResults, 'public', ({ params, query }, { who }) =>
    getSurveyResults(deps, who, params.id, query.division),
  )
  mount('getSurveyCoverage', contract.getSurveyCoverage, 'signed_in', async (request, { who }) => {
    const { params, query } = request
    const [after] = (readCursor(query.cursor, ['string']) ?? []) as [string?]
    const asked = { id: params.id, code: query.division, after }
    const { next, ...coverage } = await getSurveyCoverage(deps, who, asked)
    return { ...coverage, next: next === undefined ? null : writeCursor([next]) }
  })
  mountPlans(mount, deps)
  mountAnswers(mount, deps)
}

const planFrom = ({ about, ...plan }: output<typeof contract.surveyPlan>): Plan => ({
  ...plan,
  about: about ?? null,
})

function mountPlans(mount: Mount, deps: Deps): void {
  const between: Between = ({ body }) => Promise.resolve(readableFaults(body, deps.clock.now()))
  mount(
    'createSurvey',
    contract.createSurvey,
    'signed_in',
    ({ body }, { who, idempotency }) => createSurvey(deps, who, idempotency, planFrom(body)),
    between,
  )
  mount(
    'changeSurvey',
    contract.changeSurvey,
    'signed_in',
    ({ params, body }, { who, idempotency }) =>
      changeSurvey(deps, who, idempotency, { id: params.id, plan: planFrom(body) }),
    between,
  )
  mount('publishSurvey', contract.publishSurvey, 'signed_in', ({ params }, { who, idempotency }) =>
    publishSurvey(deps, who, idempotency, params.id),
  )
  mount('closeSurvey', contract.closeSurvey, 'signed_in', ({ params }, { who, idempotency }) =>
    closeSurvey(deps, who, idempotency, params.id),
  )
  mount('deleteSurvey', contract.deleteSurvey, 'signed_in', ({ params }, { who }) =>
    deleteSurvey(deps, who, params.id),
  )
}

function mountAnswers(mount: Mount, deps: Deps): void {
  mount('answerSurvey', contract.answerSurvey, 'signed_in', ({ params, body }, { who, idempotency }) =>
    answerSurvey(deps, who, idempotency, { id: params.id, ...body }),
  )
  mount('enterPaperAnswer', paper.enterPaperAnswer, 'signed_in', ({ params, body }, { who, idempotency }) =>
    enterPaperAnswer(deps, who, idempotency, { id: params.id, ...body }),
  )
  mount('printSurveyForms', paper.printSurveyForms, 'signed_in', ({ params, body }, { who, idempotency }) =>
    printSurveyForms(deps, who, idempotency, { id: params.id, ...body }),
  )
  mount('listSurveyForms', paper.listSurveyForms, 'signed_in', async ({ params, query }, { who }) => {
    const asked = { id: params.id, code: query.division }
    const { runs, next } = await listSurveyForms(deps, who, asked, readPlace(query.cursor))
    return { runs, next: writePlace(next) }
  })
}
