import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { completeEnded } from '../../../bff/src/modules/bookings/jobs'
import { checkRatingText } from '../../../bff/src/modules/ratings/jobs'
import { doubt, pass } from '../../support/doubtful'
import { rateBadly } from '../../support/follow-ups'
import { rate, wordless } from '../../support/ratings'
import { act, ok } from '../../support/story'
import { here, localTime, signIn } from '../../support/world'
import {
  everybody,
  everybodyAlways,
  codeGone,
  ofCase,
  ownerOnly,
  type Row,
  staffOnly,
  type Verdict,
} from './cells'
import { onConfirmed, type Ask, sends, type Stage } from './stage'

/** A booking of the party that was used and is over. */
const finished = async (stage: Stage): Promise<string> => {
  const { params } = await onConfirmed({})(stage)
  stage.app.clock.set(localTime('2026-11-25', 17))
  while ((await completeEnded(stage.app.deps)) > 0);
  return params?.id ?? ''
}
const onFinished =
  (body?: object): Ask =>
  async (stage) => ({ params: { id: await finished(stage) }, ...(body && { body }) })

/** A slip of it, and what its code opens. */
async function printed(stage: Stage) {
  const id = await finished(stage)
  const staff = await signIn(stage.app.deps, stage.cast.staff.accountId)
  const { path } = (await ok(act(stage.app, 'printSlip', staff, id))) as unknown as { path: string }
  const params = { token: path.slice(3) }
  // Every cell asks for the same telephone, which has a turn a minute.
  await stage.app.database.pool.query('DELETE FROM phone_codes')
  const { demoCode: code } = await ok(
    stage.app.call<{ demoCode: string }>('sendSlipCode', { params, body: {} }),
  )
  return { params, code }
}
const withPass =
  (body: object): Ask =>
  async (stage) => {
    const { params, code } = await printed(stage)
    const { pass } = await ok(stage.app.call<{ pass: string }>('enterSlip', { params, body: { code } }))
    return { params, body: { ...body, pass } }
  }

/** A checked text of the party, of the day before. */
const onText: Ask = async (stage) => {
  const id = await finished(stage)
  const party = await signIn(stage.app.deps, stage.cast.party.accountId)
  await ok(rate(stage.app, party, id, { text: '音响很好' }))
  const { rows } = await stage.app.database.pool.query<{ id: string }>(
    'SELECT id FROM ratings WHERE case_id = $1',
    [id],
  )
  const textId = rows[0]?.id ?? ''
  await checkRatingText(stage.app.deps, textId)
  stage.app.clock.set(localTime('2026-11-26', 9))
  return { params: { id: textId }, body: { text: '谢谢' } }
}

/** The same, that a checker could not decide. */
const onDoubtful: Ask = async (stage) => {
  const { params } = await onText(stage)
  return { params: { id: await doubt(stage.app, params?.id ?? '') }, body: pass }
}

/** Whoever may look at the case is told that rating is not theirs. */
const rater = (ask: Row['ask'], yes: Verdict = 200): Row =>
  ofCase(ask, { party: yes, staff: 'rating_not_yours', supervisor: 'rating_not_yours' })
const answeredAll = ({ ask, answers }: Row, verdict: Verdict): Row => ({
  ask,
  answers: Object.fromEntries(Object.keys(answers).map((column) => [column, verdict])) as Row['answers'],
})

export const ratingRows = {
  getRatingPage: rater(onFinished()),
  rateCase: rater(onFinished(wordless), 201),
  supplementRating: rater(onFinished({ text: '好多了' }), 'supplement_not_open'),
  eraseRatingText: rater(onFinished()),
  printSlip: ofCase(onFinished({}), { party: 'not_allowed', staff: 201, supervisor: 'not_allowed' }),
  getSlip: everybodyAlways(async (stage) => ({ params: (await printed(stage)).params })),
  // A code was sent a moment ago; in the column where a token expires that is long enough.
  sendSlipCode: ((row: Row): Row => ({
    ask: row.ask,
    answers: { ...answeredAll(row, 'phone_code_too_soon').answers, expired: 201 },
  }))(everybodyAlways(async (stage) => ({ params: (await printed(stage)).params, body: {} }), 201)),
  enterSlip: codeGone(
    everybodyAlways(async (stage) => {
      const { params, code } = await printed(stage)
      return { params, body: { code } }
    }, 201),
  ),
  rateBySlip: everybodyAlways(withPass(wordless), 201),
  verdictBySlip: answeredAll(everybodyAlways(withPass({ satisfied: true })), 'not_found'),
  listRatingTexts: everybody(sends({ params: { code: here } })),
  listTextsToAnswer: staffOnly(sends({ query: { division: here } })),
  // For staff of the units above, none of whom stands here; who may is in `ratings/judgement.test.ts`.
  listDoubtfulTexts: ofCase(sends({ query: { division: here } }), {
    party: 'not_found',
    staff: 'not_found',
    supervisor: 'not_found',
  }),
  judgeText: ofCase(onDoubtful, { party: 'not_found', staff: 'not_allowed', supervisor: 'not_allowed' }),
  replyToText: ofCase(onText, { party: 'not_found', staff: 201, supervisor: 'not_allowed' }),
  giveVerdict: ((row: Row): Row => ({ ...row, answers: { ...row.answers, party: 'action_not_open' } }))(
    ownerOnly(async ({ app, cast }) => ({
      params: { id: (await rateBadly(app, cast.party)).id },
      body: { satisfied: true },
    })),
  ),
  getFigures: everybody(sends({ params: { division: here } })),
  listFiguresBelow: ofCase(sends({ params: { division: here.slice(0, 9) } }), {
    party: 'not_found',
    staff: 'not_found',
    supervisor: 200,
  }),
} satisfies Partial<Record<EndpointName, Row>>
