/** Before a visit its person is reminded, after it asked, and asked again by telephone; long after its end it is forgotten. */
import { describe, expect, test } from 'vitest'
import { escalateOverdue } from '../../../bff/src/modules/cases/clock'
import { forgetNeeds } from '../../../bff/src/modules/needs/forget'
import { askVisited, chaseSilent } from '../../../bff/src/modules/needs/jobs'
import { deliverOverdue } from '../../../bff/src/modules/notices/jobs'
import { inviteToRate } from '../../../bff/src/modules/ratings/jobs'
import { withPhone } from '../../support/accounts'
import { monday, testApp } from '../../support/app'
import { fresh, toldTo } from '../../support/consultations'
import { arrange, askForHelp, coming, needStage } from '../../support/needs'
import { act, ok } from '../../support/story'
import { here, localTime } from '../../support/world'

const app = await testApp()
const stage = needStage(app)
const { seenBy, heardBy, decide } = stage

describe('of whoever says nothing', () => {
  test('they are asked once the visit is over, and staff find it on the desk meanwhile', async () => {
    const { id } = await askForHelp(app, stage.party)
    await ok(arrange(app, stage.staff, id))
    const desk = async (): Promise<string[]> => {
      const query = { division: here, show: 'asked' }
      const token = (await fresh(app, stage.staff)).token
      const { cases } = await ok(app.call<{ cases: { id: string }[] }>('deskList', { query, token }))
      return cases.map((one) => one.id)
    }
    expect(await desk()).toEqual([id])
    app.clock.set(localTime('2026-11-25', 15))
    expect(await askVisited(app.deps)).toBe(1)
    expect(await askVisited(app.deps)).toBe(0)
    expect(await heardBy(stage.party)).toEqual(['case_answered', 'need_over'])
    expect(await desk()).toEqual([id])
    const { token } = await fresh(app, stage.party)
    const home = await ok(
      app.call<{ next: { id: string } }>('getHome', { params: { community: here }, token }),
    )
    expect(home.next).toMatchObject({ id, state: 'asked' })
    expect((await seenBy(stage.party, id)).can).toEqual(['met', 'unmet'])
    expect((await seenBy(stage.staff, id)).can).toEqual(['told_met', 'told_unmet'])
  })

  test('staff ask by telephone a day later, and write down what was said', async () => {
    const { id } = await askForHelp(app, stage.party)
    await ok(arrange(app, stage.staff, id))
    app.clock.set(localTime('2026-11-26', 15))
    expect([await askVisited(app.deps), await chaseSilent(app.deps), await chaseSilent(app.deps)]).toEqual([
      1, 1, 0,
    ])
    expect(await seenBy(stage.staff, id)).toMatchObject({
      state: 'unsaid',
      dueAt: '2026-11-27T07:00:00.000Z',
      canReadContact: true,
    })
    expect(await escalateOverdue(app.deps)).toBe(0)
    await decide('toldUnmet', stage.staff, id, { note: '电话里说人没有来' })
    await ok(arrange(app, await fresh(app, stage.staff), id, coming(9, '2026-11-30')))
    app.clock.set(localTime('2026-12-01', 11))
    expect([await askVisited(app.deps), await chaseSilent(app.deps)]).toEqual([1, 1])
    await decide('toldMet', stage.staff, id, { note: '电话里说帮到了' })
    expect(await seenBy(stage.party, id)).toMatchObject({ state: 'met' })
  })

  test('where nobody asks, the level above hears of it; a week later it may be said that nobody was reached', async () => {
    const { id } = await askForHelp(app, stage.party)
    await ok(arrange(app, stage.staff, id))
    app.clock.set(localTime('2026-11-26', 15))
    await askVisited(app.deps)
    await chaseSilent(app.deps)
    app.clock.set(localTime('2026-11-27', 16))
    expect(await escalateOverdue(app.deps)).toBe(1)
    expect(await toldTo(app, stage.township)).toEqual(['case_escalated'])
    const early = await act(app, 'needUnreached', await fresh(app, stage.staff), id, {
      body: { note: '打了三次电话' },
    })
    expect(early.problem.code).toBe('action_not_open')
    app.clock.set(localTime('2026-12-02', 15))
    await decide('needUnreached', stage.staff, id, { note: '打了三次电话，敲过门' })
    expect(await seenBy(stage.party, id)).toMatchObject({ state: 'unreached', can: [] })
  })
})

test('its person hears what staff wrote down of a call, or that nobody was reached', async () => {
  const wrote = async (end: 'toldMet' | 'toldUnmet' | 'needUnreached') => {
    app.clock.set(monday)
    const { id } = await askForHelp(app, await fresh(app, stage.party))
    await ok(arrange(app, await fresh(app, stage.staff), id))
    app.clock.set(localTime('2026-12-02', 15))
    await askVisited(app.deps)
    await chaseSilent(app.deps)
    const answers = async () => (await heardBy(stage.party)).filter((kind) => kind === 'case_answered').length
    const before = await answers()
    await decide(end, stage.staff, id, { note: '打过电话' })
    return (await answers()) - before
  }
  for (const end of ['toldMet', 'toldUnmet', 'needUnreached'] as const)
    expect([end, await wrote(end)]).toEqual([end, 1])
})

test('the evening before its person is reminded, once, of the time as it is then', async () => {
  const soon = async () => {
    await deliverOverdue(app.deps)
    const { rows } = await app.database.pool.query<{ at: Date }>(
      `SELECT deliver_at AS at FROM notices WHERE account_id = $1 AND kind = 'need_soon' AND withdrawn_at IS NULL`,
      [stage.party.accountId],
    )
    return rows.map(({ at }) => at.toISOString())
  }
  const { id } = await askForHelp(app, stage.party)
  await ok(arrange(app, stage.staff, id))
  expect(await soon()).toEqual(['2026-11-24T11:00:00.000Z'])
  // Somebody else at the same hour, said by two in one instant.
  await ok(act(app, 'rearrangeNeed', stage.staff, id, { body: { ...coming(), helper: '志愿者小李' } }))
  expect(await soon()).toEqual(['2026-11-24T11:00:00.000Z'])
  await ok(act(app, 'rearrangeNeed', stage.staff, id, { body: coming(9, '2026-11-27') }))
  expect(await soon()).toEqual(['2026-11-26T11:00:00.000Z'])
  await ok(act(app, 'rearrangeNeed', stage.staff, id, { body: coming(18, '2026-11-23') }))
  expect(await soon()).toEqual([])
  await ok(act(app, 'rearrangeNeed', stage.staff, id, { body: coming() }))
  await decide('cancelNeed', stage.party, id)
  expect(await soon()).toEqual([])
})

test('half a year after its end it is number and dates, with a proof', async () => {
  const { id } = await askForHelp(app, stage.party)
  const open = await askForHelp(app, stage.party)
  await ok(arrange(app, stage.staff, open.id))
  await ok(act(app, 'reopenNeed', stage.staff, open.id, { body: { note: '原来的人临时来不了' } }))
  await decide('cancelNeed', stage.party, open.id)
  await ok(act(app, 'refuseNeed', stage.staff, id, { body: { note: '社区没有合适的人' } }))
  const still = await askForHelp(app, stage.party)
  const readable = async (need: string) => {
    const { rows } = await app.database.pool.query<{ n: number }>(
      'SELECT num_nonnulls(wish_enc, place_enc, helper_enc)::int AS n FROM needs WHERE case_id = $1',
      [need],
    )
    return rows[0]?.n
  }
  app.clock.advance(180 * 24 * 60)
  await forgetNeeds(app.deps)
  expect(await readable(id)).toBe(2)
  app.clock.advance(1)
  expect(await forgetNeeds(app.deps)).toBeGreaterThan(0)
  expect(await forgetNeeds(app.deps)).toBe(0)
  expect([await readable(id), await readable(open.id), await readable(still.id)]).toEqual([0, 0, 2])
  const notes = await app.database.pool.query(
    'SELECT FROM case_events WHERE case_id = ANY ($1) AND note IS NOT NULL',
    [[id, open.id]],
  )
  expect(notes.rowCount).toBe(0)
  const proofs = await app.database.pool.query<{ fields: number }>(
    'SELECT tag, cause, fields FROM erasure_proofs WHERE about_id = $1',
    [stage.party.accountId],
  )
  // Two of the one, and who was to come of the other besides.
  expect(proofs.rows.map(({ fields }) => fields).sort()).toEqual([2, 3])
  for (const proof of proofs.rows) expect(proof).toMatchObject({ tag: 'contact', cause: 'retention' })
  expect(await seenBy(stage.party, id)).toMatchObject({
    state: 'refused',
    facts: { wish: null, help: 'meal' },
  })
})

test('of a wish to be taken to a doctor the proof says that it was about health', async () => {
  const { id } = await askForHelp(app, stage.party, { help: 'medical' })
  await decide('refuseNeed', stage.staff, id, { note: '社区没有合适的人' })
  app.clock.advance(181 * 24 * 60)
  await forgetNeeds(app.deps)
  const { rows } = await app.database.pool.query(
    'SELECT tag, fields FROM erasure_proofs WHERE about_id = $1 ORDER BY tag',
    [stage.party.accountId],
  )
  expect(rows).toEqual([
    { tag: 'contact', fields: 1 },
    { tag: 'health', fields: 1 },
  ])
})

test('only the person served is invited to rate, whoever asked for them', async () => {
  const own = await withPhone(app, { name: '王桂芳' })
  const { id } = await askForHelp(app, stage.party, {
    forWhom: { name: '王桂芳', phone: own.phone, relation: 'parent' },
  })
  await ok(arrange(app, stage.staff, id))
  app.clock.set(localTime('2026-11-25', 15))
  await decide('needMet', stage.party, id)
  app.clock.set(localTime('2026-11-29', 9))
  await inviteToRate(app.deps)
  const { rows } = await app.database.pool.query(
    `SELECT account_id AS id FROM notices WHERE case_id = $1 AND kind = 'rating_invited'`,
    [id],
  )
  expect(rows).toEqual([{ id: own.accountId }])
})
