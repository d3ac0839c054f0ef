/** Needs in the table: staff arrange, the person says whether it was met. */
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { arrange, askForHelp, coming, wantedHelp } from '../../support/needs'
import { ok, set } from '../../support/story'
import { here, signIn } from '../../support/world'
import { ofCase, type Row, signedIn, staffDecide } from './cells'
import type { Ask, Stage } from './stage'

async function asked({ app, cast }: Stage): Promise<string> {
  await set(app, here, 'needs_open_most', 1000)
  return (await askForHelp(app, await signIn(app.deps, cast.party.accountId))).id
}

const on =
  (body: object): Ask =>
  async (stage) => ({ params: { id: await asked(stage) }, body })

/** Somebody is to come, in two days; or was there, as the state says. */
const onArranged =
  (body: object, state: 'arranged' | 'begun' | 'unsaid' = 'arranged'): Ask =>
  async (stage) => {
    const [{ app, cast }, id] = [stage, await asked(stage)]
    await ok(arrange(app, await signIn(app.deps, cast.staff.accountId), id))
    const { pool } = app.database
    if (state === 'begun')
      await pool.query(`UPDATE cases SET starts_at = $2 WHERE id = $1`, [id, app.clock.now()])
    if (state === 'unsaid')
      await pool.query(`UPDATE cases SET lapses_at = $2 WHERE id = $1`, [id, app.clock.now()])
    return { params: { id }, body }
  }

const why = { note: '没有合适的人' }
const ofParty = (ask: Ask): Row =>
  ofCase(ask, { party: 200, staff: 'not_allowed', supervisor: 'not_allowed' })

export const needRows = {
  requestNeed: signedIn(async ({ app }) => {
    await set(app, here, 'needs_open_most', 1000)
    return { body: wantedHelp() }
  }, 201),
  readNeed: ofCase(async (stage) => ({ params: { id: await asked(stage) } }), {
    party: 200,
    staff: 200,
    supervisor: 'contact_not_justified',
  }),
  arrangeNeed: staffDecide(on(coming())),
  reopenNeed: staffDecide(onArranged(why)),
  refuseNeed: staffDecide(on(why)),
  cancelNeed: ofParty(on({})),
  needMet: ofParty(onArranged({}, 'begun')),
  needUnmet: ofParty(onArranged({}, 'begun')),
  toldMet: staffDecide(onArranged(why, 'unsaid')),
  toldUnmet: staffDecide(onArranged(why, 'unsaid')),
} satisfies Partial<Record<EndpointName, Row>>
