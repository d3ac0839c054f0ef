/** Visits in the table: the staff of a community keep its elders, a supervisor above reads counts. */
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import type { ElderPage } from '../../../bff/contracts/src/visit-register'
import { ok } from '../../support/story'
import { visitOf, wantedElder } from '../../support/visits'
import { here, makePerson, signIn } from '../../support/world'
import { type Row, row, signedIn, staffOnly } from './cells'
import { type Ask, nothing, type Stage } from './stage'

const add = async ({ app, cast }: Stage): Promise<ElderPage> => {
  const { token } = await signIn(app.deps, cast.staff.accountId)
  return ok(app.call<ElderPage>('addElder', { body: wantedElder(), token }))
}

const onElder =
  (body?: object): Ask =>
  async (stage) => ({ params: { id: (await add(stage)).id }, ...(body && { body }) })

const onVisit: Ask = async (stage) => {
  const { id } = await add(stage)
  const { token } = await signIn(stage.app.deps, stage.cast.staff.accountId)
  const visit = visitOf(id, { at: stage.app.clock.now().toISOString() })
  await ok(stage.app.call('recordVisits', { body: { visits: [visit] }, token }))
  return { params: { id: visit.id }, body: { way: 'home', outcome: 'mistake', note: null } }
}

/** What earlier cells did may have changed it. */
async function numberOf({ app, cast }: Stage): Promise<string> {
  const { rows } = await app.database.pool.query<{ phone: string }>(
    'SELECT phone_enc AS phone FROM accounts WHERE id = $1',
    [cast.party.accountId],
  )
  return app.deps.cipher.decrypt('accounts.phone_enc', cast.party.accountId, rows[0]?.phone ?? '')
}

/** Asked by the number of the party of the table. */
const onAsked =
  (body: object): Ask =>
  async (stage) => {
    const { id } = await add(stage)
    const { token } = await signIn(stage.app.deps, stage.cast.staff.accountId)
    const asked = { phone: await numberOf(stage), relation: 'child' }
    const { family } = await ok(
      stage.app.call<{ family: { id: string }[] }>('askFamily', { params: { id }, body: asked, token }),
    )
    return { params: { id: family[0]?.id ?? '' }, body }
  }

const covering: Ask = async ({ app, cast }) => ({
  body: {
    community: here,
    visitor: cast.staff.accountId,
    cover: (await makePerson(app, { name: '代班', grants: [['grid_worker', here]] })).accountId,
    from: '2026-11-23',
    to: '2026-11-30',
  },
})

const family = (ask: Ask, seen: { party: 200 | 'not_found'; staff: 200 | 'not_found' }): Row =>
  row(ask, {
    anonymous: 'sign_in_required',
    other: 'not_found',
    elsewhere: 'not_found',
    supervisor: 'not_found',
    ...seen,
  })

export const visitRows = {
  listMyElders: signedIn(nothing),
  recordVisits: signedIn(async (stage) => ({ body: { visits: [visitOf((await add(stage)).id)] } })),
  correctVisit: staffOnly(onVisit),
  listElders: staffOnly(() => Promise.resolve({ query: { community: here } })),
  addElder: staffOnly(() => Promise.resolve({ body: wantedElder() }), 201),
  getElder: staffOnly(onElder()),
  changeElder: staffOnly(async (stage) => {
    const { community: _, visitor: __, ...body } = wantedElder()
    return { params: { id: (await add(stage)).id }, body }
  }),
  readElderContact: staffOnly(onElder()),
  setElderState: staffOnly(onElder({ state: 'active', since: '2026-11-23', until: null })),
  assignVisitor: staffOnly(onElder({ visitor: null })),
  listVisitors: staffOnly(() => Promise.resolve({ query: { community: here } })),
  coverVisitor: staffOnly(covering),
  getVisitFigures: row(() => Promise.resolve({ query: { division: here } }), {
    anonymous: 'sign_in_required',
    party: 'not_found',
    other: 'not_found',
    staff: 200,
    elsewhere: 'not_found',
    supervisor: 200,
  }),
  askFamily: staffOnly(onElder({ phone: '13800000001', relation: 'child' }), 201),
  listOwnFamily: signedIn(nothing),
  answerFamily: family(onAsked({ agree: true }), { party: 200, staff: 'not_found' }),
  endFamily: family(onAsked({}), { party: 200, staff: 200 }),
} satisfies Partial<Record<EndpointName, Row>>
