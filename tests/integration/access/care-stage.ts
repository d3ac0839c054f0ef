/** The care day for the table: programmes, duties and tablets that are new for every cell. */
import {
  makeCareProgramme,
  makeCarer,
  makeCareSession,
  makeDuty,
  makePlaced,
  tomorrow,
} from '../../support/care'
import { enter, makeTablet, pairingCode, putPin } from '../../support/tablet'
import { ok } from '../../support/story'
import { type Person, signIn } from '../../support/world'
import type { Ask, Stage } from './stage'

const as = ({ app, cast }: Stage, who: 'party' | 'staff'): Promise<Person> =>
  signIn(app.deps, cast[who].accountId)

export const onCareProgramme: Ask = async ({ app }) => ({ params: { id: await makeCareProgramme(app) } })

export const addingDuty: Ask = async ({ app }) => {
  const [id, { accountId }] = [await makeCareProgramme(app), await makeCarer(app, '王老师')]
  const days = { startsOn: '2026-11-24', endsOn: '2026-12-01', weekdays: [1, 2] }
  return { params: { id }, body: { accountId, classNo: 1, leader: false, ...days } }
}

export const onDuty: Ask = async ({ app }) => ({
  params: { id: await makeDuty(app, await makeCareProgramme(app), await makeCarer(app, '王老师')) },
})

/** A child of the party with a place, and its session of tomorrow. */
export const onPlacedChild =
  (absent = false): Ask =>
  async ({ app, cast }) => {
    const programme = await makeCareProgramme(app)
    const sessionId = await makeCareSession(app, programme, { day: tomorrow })
    const { childId } = await makePlaced(app, programme, { guardians: [cast.party] })
    return { params: { id: childId }, ...(absent && { body: { sessionId, absent } }) }
  }

/** A record by whoever stands in the column; nobody of the table is on duty, so it is answered and refused. */
export const sendingRecord: Ask = async ({ app }) => {
  const programme = await makeCareProgramme(app)
  const sessionId = await makeCareSession(app, programme)
  const { childId } = await makePlaced(app, programme)
  const at = app.clock.now().toISOString()
  return { body: { records: [{ id: app.deps.ids.id(), sessionId, childId, at, kind: 'present' }] } }
}

export const onTablet: Ask = async (stage) => ({
  params: { id: (await makeTablet(stage.app, await as(stage, 'staff'))).deviceId },
})

export const byPairingCode: Ask = async (stage) => ({
  body: { code: await pairingCode(stage.app, await as(stage, 'staff')), name: '一班平板' },
})

export const onCarers: Ask = async (stage) => ({
  body: await makeTablet(stage.app, await as(stage, 'staff')),
})

/** A carer who is on duty today, at a tablet. */
export const byPin: Ask = async (stage) => {
  const { app } = stage
  const [programme, carer] = [await makeCareProgramme(app), await makeCarer(app, '王老师')]
  await makeDuty(app, programme, carer)
  await makeCareSession(app, programme)
  await ok(putPin(app, carer))
  const tablet = await makeTablet(app, await as(stage, 'staff'))
  await ok(enter(app, tablet, carer))
  return { body: { ...tablet, accountId: carer.accountId, pin: '483920' } }
}
