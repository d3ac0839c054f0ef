/** The care day for the table: programmes, duties and tablets that are new for every cell. */
import {
  clock,
  makeCareProgramme,
  makeCarer,
  makeCareSession,
  makeDoorPerson,
  makeDuty,
  makePlaced,
  tomorrow,
} from '../../support/care'
import { sayOne } from '../../support/care-day'
import { enter, makeTablet, pairingCode, putPin } from '../../support/tablet'
import { ok } from '../../support/story'
import { here, makePerson, type Person, signIn } from '../../support/world'
import type { Ask, Stage } from './stage'

const as = ({ app, cast }: Stage, who: 'party' | 'staff'): Promise<Person> =>
  signIn(app.deps, cast[who].accountId)

export const onCareProgramme: Ask = async ({ app }) => ({ params: { id: await makeCareProgramme(app) } })

export const addingDuty: Ask = async ({ app }) => {
  const [id, { accountId }] = [await makeCareProgramme(app), await makeCarer(app, '王老师')]
  const days = { startsOn: '2026-11-24', endsOn: '2026-12-01', weekdays: [1, 2] }
  return { params: { id }, body: { accountId, classNo: 1, leader: false, ...days } }
}

/** An alert that a carer has just raised; it was sent to the community's staff, of whom the table's has taken it. */
export const onAlert =
  (taken: boolean, body?: object): Ask =>
  async ({ app, cast }) => {
    const programme = await makeCareProgramme(app)
    const sessionId = await makeCareSession(app, programme)
    const carer = await makeCarer(app, '王老师')
    await makeDuty(app, programme, carer)
    const { childId } = await makePlaced(app, programme, { guardians: [cast.party] })
    const personId = await makeDoorPerson(app, childId, { kind: 'barred', name: '不该来的人' })
    app.clock.set(clock('17:00'))
    await sayOne(app, await signIn(app.deps, carer.accountId), {
      kind: 'barred_seen',
      sessionId,
      childId,
      personId,
    })
    const { rows } = await app.database.pool.query<{ id: string }>(
      'SELECT id FROM care_alerts WHERE child_id = $1',
      [childId],
    )
    const params = { id: rows[0]?.id ?? '' }
    if (taken)
      await ok(
        app.call('takeCareAlert', {
          params,
          body: { from: null },
          token: (await as({ app, cast } as Stage, 'staff')).token,
        }),
      )
    return { params, ...(body && { body }) }
  }

export const handingOn: Ask = async (stage) => {
  const colleague = await makePerson(stage.app, { name: '另一位', grants: [['staff', here]] })
  return onAlert(true, { to: colleague.accountId })(stage)
}

/** A carer who is locked out of a tablet, or may be. */
export const onPad: Ask = async (stage) => {
  const { deviceId } = await makeTablet(stage.app, await as(stage, 'staff'))
  return { body: { deviceId, accountId: (await makeCarer(stage.app, '王老师')).accountId } }
}

export const onDuty: Ask = async ({ app }) => ({
  params: { id: await makeDuty(app, await makeCareProgramme(app), await makeCarer(app, '王老师')) },
})

export const changingLeader: Ask = async ({ app }) => {
  const leads = await makeDuty(app, await makeCareProgramme(app), await makeCarer(app, '王老师'), {
    leader: true,
  })
  const { accountId } = await makeCarer(app, '接班的老师')
  return { params: { id: leads }, body: { accountId, stays: true } }
}

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
