import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { draft, makeSurvey, plan, printForms } from '../../support/surveys'
import { here, signIn } from '../../support/world'
import { everybody, ofCase, type Row, row } from './cells'
import { type Ask, sends, type Stage } from './stage'

const own = { division: here }
const planner = ({ app, cast }: Stage) => signIn(app.deps, cast.staff.accountId)

/** A published survey of the staff of the table, new for every cell. */
const onSurvey =
  (sent: { body?: object; query?: Record<string, string> } = {}): Ask =>
  async (stage) => ({
    params: { id: (await makeSurvey(stage.app, await planner(stage), own)).id },
    ...sent,
  })

/** The same, with forms that were printed. */
const onPrinted =
  (body: object): Ask =>
  async (stage) => {
    const by = await planner(stage)
    const { id } = await makeSurvey(stage.app, by, own)
    await printForms(stage.app, by, id, here)
    return { params: { id }, body }
  }

const onDraft =
  (body: object): Ask =>
  async (stage) => ({
    params: { id: (await draft(stage.app, await planner(stage), own)).id },
    body,
  })

/** A published survey exists for everybody; some may do more with it. */
const published = (ask: Row['ask'], yes: Pick<Row['answers'], 'staff' | 'supervisor'>): Row =>
  row(ask, {
    anonymous: 'sign_in_required',
    party: 'not_allowed',
    other: 'not_allowed',
    elsewhere: 'not_allowed',
    ...yes,
  })

/** A draft, and the coverage, are there for staff and those above them. */
const ofThoseAbove = (ask: Row['ask'], yes: 200 | 201 = 200): Row =>
  ofCase(ask, { party: 'not_found', staff: yes, supervisor: yes })

const answer = { community: here, answers: [0, 0] }

export const surveyRows = {
  listSurveys: everybody(sends({ query: own })),
  getSurvey: everybody(onSurvey()),
  createSurvey: ofThoseAbove(sends({ body: plan(own) }), 201),
  changeSurvey: ofThoseAbove(onDraft(plan(own))),
  publishSurvey: ofThoseAbove(onDraft({})),
  closeSurvey: published(onSurvey({ body: {} }), { staff: 'survey_ends_above', supervisor: 200 }),
  deleteSurvey: ofThoseAbove(onDraft({})),
  // For the community of their own account, which this survey may not reach.
  answerSurvey: row(onSurvey({ body: { answers: answer.answers } }), {
    anonymous: 'sign_in_required',
    party: 201,
    staff: 201,
    supervisor: 201,
    other: 'not_found',
    elsewhere: 'not_found',
  }),
  printSurveyForms: published(onSurvey({ body: { community: here, copies: 1 } }), {
    staff: 201,
    supervisor: 'not_allowed',
  }),
  listSurveyForms: ofThoseAbove(onSurvey({ query: own })),
  enterPaperAnswer: published(onPrinted({ ...answer, sheet: 1 }), {
    staff: 201,
    supervisor: 'not_allowed',
  }),
  getSurveyResults: everybody(onSurvey({ query: own })),
  getSurveyCoverage: ofThoseAbove(onSurvey({ query: own })),
} satisfies Partial<Record<EndpointName, Row>>
