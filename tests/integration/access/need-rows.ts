/** Needs in the table: staff arrange, the person says whether it was met. */
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { arrange, askForHelp, coming, wantedHelp } from '../../support/needs'
import { ok } from '../../support/story'
import { signIn } from '../../support/world'
import { ofCase, row, type Row, signedIn, staffDecide } from './cells'
import type { Ask, Stage } from './stage'

/** What earlier cells asked is over: one person has but a few open. */
async function asked({ app, cast }: Stage): Promise<string> {
  await app.database.pool.query(
    `UPDATE cases SET state = 'cancelled', closed_at = now(), waiting_for = 'nobody'
     WHERE type = 'need' AND closed_at IS NULL`,
  )
  return (await askForHelp(app, await signIn(app.deps, cast.party.accountId))).id
}

const on =
  (body: object): Ask =>
  async (stage) => ({ params: { id: await asked(stage) }, body })

/** Somebody is to come, in two days; or came, some days ago. */
const onArranged =
  (
    body: object,
    { cameDaysAgo = null, state = 'arranged' }: { cameDaysAgo?: number | null; state?: string } = {},
  ): Ask =>
  async (stage) => {
    const [{ app, cast }, id] = [stage, await asked(stage)]
    await ok(arrange(app, await signIn(app.deps, cast.staff.accountId), id))
    if (cameDaysAgo !== null) {
      const { pool } = app.database
      const at = new Date(app.clock.now().getTime() - cameDaysAgo * 86_400_000)
      await pool.query(
        `UPDATE needs SET comes_at = $2::timestamptz - interval '1 hour', leaves_at = $2 WHERE case_id = $1`,
        [id, at],
      )
      await pool.query(`UPDATE cases SET state = $2, waiting_for = 'staff' WHERE id = $1`, [id, state])
    }
    return { params: { id }, body }
  }

const why = { note: '没有合适的人' }
const ofParty = (ask: Ask): Row =>
  ofCase(ask, { party: 200, staff: 'not_allowed', supervisor: 'not_allowed' })

const came = { cameDaysAgo: 1 }

export const needRows = {
  requestNeed: signedIn(async (stage) => {
    await asked(stage)
    return { body: wantedHelp() }
  }, 201),
  fileNeed: row(
    async () => ({ body: { ...wantedHelp(), person: { name: '王桂芳', phone: null }, way: 'counter' } }),
    {
      ...{ anonymous: 'sign_in_required', party: 'not_found', other: 'not_found', staff: 201 },
      ...{ elsewhere: 'not_found', supervisor: 'not_found' },
    },
  ),
  readNeed: ofCase(async (stage) => ({ params: { id: await asked(stage) } }), {
    party: 200,
    staff: 200,
    supervisor: 'contact_not_justified',
  }),
  arrangeNeed: staffDecide(on(coming())),
  rearrangeNeed: staffDecide(onArranged(coming(9))),
  reopenNeed: staffDecide(onArranged(why)),
  refuseNeed: staffDecide(on(why)),
  cancelNeed: ofParty(on({})),
  needMet: ofParty(onArranged({}, came)),
  needUnmet: ofParty(onArranged({}, came)),
  toldMet: staffDecide(onArranged(why, came)),
  toldUnmet: staffDecide(onArranged(why, came)),
  needUnreached: staffDecide(onArranged(why, { cameDaysAgo: 8, state: 'unsaid' })),
} satisfies Partial<Record<EndpointName, Row>>
