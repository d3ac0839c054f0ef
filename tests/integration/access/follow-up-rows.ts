/** Follow-ups in the table: its party is the rater, its staff is the rated unit, its supervisor observes. */
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { rateBadly, said, step } from '../../support/follow-ups'
import { ok } from '../../support/story'
import { here, makePerson } from '../../support/world'
import { ofCase, type Row, staffOnly } from './cells'
import { type Ask, sends, type Stage } from './stage'

/** A bad grade of the party's, given a moment ago. */
const rated = async ({ app, cast }: Stage): Promise<string> => (await rateBadly(app, cast.party)).id

const on =
  (body?: object): Ask =>
  async (stage) => ({ params: { id: await rated(stage) }, ...(body && { body }) })

/** The same, when the township has called and it is the unit's turn. */
const onContacted: Ask = async (stage) => {
  const id = await rated(stage)
  const township = await makePerson(stage.app, { name: '李镇办', grants: [['staff', here.slice(0, 9)]] })
  await ok(step(stage.app, 'contactRater', township, id))
  return { params: { id }, body: said }
}

const read = (ask: Row['ask']): Row => ofCase(ask, { party: 200, staff: 200, supervisor: 200 })
const ofUnit = (ask: Row['ask']): Row =>
  ofCase(ask, { party: 'not_allowed', staff: 200, supervisor: 'not_allowed' })
/** Neither who rated nor who was rated, nor who observes; who may is in `follow-ups/table.test.ts`. */
const ofUnitsAbove = (ask: Row['ask']): Row =>
  ofCase(ask, { party: 'not_allowed', staff: 'not_allowed', supervisor: 'not_allowed' })

export const followUpRows = {
  listFollowUps: {
    ask: sends({ query: { division: here } }),
    answers: { ...staffOnly(sends({})).answers, supervisor: 200 },
  },
  getFollowUp: read(on()),
  readRaterContact: ofCase(on(), {
    party: 'contact_not_justified',
    staff: 'contact_not_justified',
    supervisor: 'contact_not_justified',
  }),
  attemptContact: ofUnitsAbove(on(said)),
  contactRater: ofUnitsAbove(on(said)),
  extendFollowUp: ofUnitsAbove(onContacted),
  rectify: ofUnit(onContacted),
  returnToUnit: ofUnitsAbove(on(said)),
  tellRater: ofUnitsAbove(on(said)),
  appeal: ofUnit(onContacted),
  review: ofUnitsAbove(on({ stands: true, ...said })),
  disclose: ofCase(on({}), { party: 200, staff: 'not_allowed', supervisor: 'not_allowed' }),
} satisfies Partial<Record<EndpointName, Row>>
