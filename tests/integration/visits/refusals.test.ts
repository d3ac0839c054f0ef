/** What is refused: all faults at once, what is out of reach, twice the same; and what a cover and a household change. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { forgetVisits } from '../../../bff/src/modules/visits/forget'
import { testApp } from '../../support/app'
import { visitOf, visitStage, wantedElder } from '../../support/visits'
import { elsewhere, here, localTime, makePerson } from '../../support/world'

const app = await testApp()
const stage = visitStage(app)
const { pool } = app.database
const paths = ({ errors = [] }: { errors?: { path: string; code: string }[] }): string[] =>
  errors.map(({ path }) => path).sort()

describe('an elder', () => {
  test('that is written down wrong is refused with every fault', async () => {
    const body = wantedElder({
      name: '',
      kind: 'rich',
      phone: '12',
      emergency: { name: '!', phone: '1' },
      livesWith: 'x',
    })
    const problem = await stage.refused(stage.staff, 'addElder', { body })
    expect([problem.code, paths(problem)]).toEqual([
      'invalid_request',
      [
        'body.emergency.name',
        'body.emergency.phone',
        'body.kind',
        'body.livesWith',
        'body.name',
        'body.phone',
      ],
    ])
    const { accountId } = await makePerson(app, { grants: [['grid_worker', elsewhere]] })
    const strangers = wantedElder({ livesWith: randomUUID(), visitor: accountId })
    const second = await stage.refused(stage.staff, 'addElder', { body: strangers })
    expect(paths(second)).toEqual(['body.livesWith', 'body.visitor'])
  })

  test('stands on the register once, however the name is written', async () => {
    const body = wantedElder({ name: '李秀英', address: '北门 1 号' })
    const [first, again] = await Promise.all(
      [body, { ...body, name: '李 秀 英' }].map((each) =>
        app.call('addElder', { body: each, token: stage.staff.token }),
      ),
    )
    expect([first?.status, again?.status].sort()).toEqual([201, 409])
    const other = await stage.refused(stage.staff, 'addElder', { body })
    expect(other.code).toBe('elder_listed_already')
  })

  test('leaves and comes back with a day; who refuses is asked again later', async () => {
    const { id } = await stage.add()
    const set = (body: object) => ({ params: { id }, body })
    const wrong = await stage.refused(
      stage.staff,
      'setElderState',
      set({ state: 'refused', since: '2026-12-24', until: null }),
    )
    expect(paths(wrong)).toEqual(['body.since', 'body.until'])
    await stage.call(stage.staff, 'setElderState', set({ state: 'moved', since: '2026-11-23', until: null }))
    expect(await stage.register()).toEqual([])
    expect((await stage.register({ show: 'left' })).map((one) => one.id)).toContain(id)
    await stage.call(stage.staff, 'setElderState', set({ state: 'active', since: '2026-11-23', until: null }))
    const refusing = set({ state: 'refused', since: '2026-11-23', until: '2026-11-25' })
    await stage.call(stage.staff, 'setElderState', refusing)
    expect((await stage.register()).map(({ standing }) => standing)).toEqual(['refused'])
    app.clock.set(localTime('2026-11-26', 9))
    expect((await stage.register()).map(({ standing }) => standing)).toEqual(['due'])
  })
})

describe('a visit', () => {
  test('with faults refuses the batch with all of them', async () => {
    const { id } = await stage.add()
    const good = visitOf(id)
    const bad = { ...visitOf(id), way: 'phone', at: 'yesterday', note: 'x'.repeat(101) }
    const body = { visits: [good, bad] }
    expect(paths(await stage.refused(stage.worker, 'recordVisits', { body }))).toEqual([
      'body.visits.1.at',
      'body.visits.1.note',
      'body.visits.1.outcome',
    ])
    const byPhone = { visits: [{ ...visitOf(id), way: 'phone' }] }
    const problem = await stage.refused(stage.worker, 'recordVisits', { body: byPhone })
    expect(problem.errors).toMatchObject([{ path: 'body.visits.0.outcome', code: 'met_at_home' }])
    expect((await stage.page(id)).visits).toEqual([])
  })

  test('of each of a batch is answered on its own', async () => {
    const { id } = await stage.add()
    const { results } = await stage.record(
      stage.worker,
      visitOf(id),
      visitOf(randomUUID()),
      visitOf(id, { at: localTime('2026-11-24', 9) }),
      visitOf(id, { at: localTime('2026-09-30', 9) }),
    )
    expect(results.map(({ refused }) => refused)).toEqual([null, 'not_found', 'in_future', 'too_old'])
    const stranger = await makePerson(app, { grants: [['grid_worker', elsewhere]] })
    expect((await stage.record(stranger, visitOf(id))).results[0]?.refused).toBe('not_found')
  })

  test('is corrected once; the correction is corrected in its turn', async () => {
    const { id } = await stage.add()
    const visit = visitOf(id)
    await stage.record(stage.worker, visit)
    const correct = (of: string) => ({
      params: { id: of },
      body: { way: 'home', outcome: 'not_home', note: null },
    })
    const { visits } = await stage.call<{ visits: { id: string; corrects: string | null }[] }>(
      stage.worker,
      'correctVisit',
      correct(visit.id),
    )
    expect((await stage.refused(stage.staff, 'correctVisit', correct(visit.id))).code).toBe('action_not_open')
    const second = visits.find(({ corrects }) => corrects === visit.id)?.id ?? ''
    await stage.call(stage.staff, 'correctVisit', correct(second))
    expect((await stage.page(id)).standing).toBe('due')
  })
})

test('who stands in sees the list of whoever is away, from the first day to the last', async () => {
  const { id } = await stage.add()
  const body = {
    community: here,
    visitor: stage.worker.accountId,
    cover: stage.other.accountId,
    from: '2026-11-24',
    to: '2026-11-25',
  }
  const wrong = { ...body, cover: stage.worker.accountId, from: '2026-11-23', to: '2026-11-20' }
  expect(paths(await stage.refused(stage.staff, 'coverVisitor', { body: wrong }))).toEqual([
    'body.cover',
    'body.to',
    'body.to',
  ])
  expect((await stage.refused(stage.worker, 'coverVisitor', { body })).code).toBe('not_found')
  await stage.call(stage.staff, 'coverVisitor', { body })
  const seen = []
  for (const day of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']) {
    app.clock.set(localTime(day, 12))
    seen.push((await stage.mine(stage.other)).map((one) => [one.id === id, one.covering]))
  }
  expect(seen).toEqual([[], [[true, true]], [[true, true]], []])
})

test('who lives together has one household, and each a visit of their own', async () => {
  const one = await stage.add()
  const two = await stage.add({ livesWith: one.id, address: '北门 2 号' })
  expect(two.household).toBe(one.household)
  await stage.record(stage.worker, visitOf(one.id), visitOf(two.id))
  expect((await stage.figures()).counts).toMatchObject({ listed: 2, seen: 2 })
  expect((await stage.page(two.id)).together.map(({ id }) => id)).toEqual([one.id])
})

test('notes and whoever left go after their term, with a proof; the visit stays', async () => {
  const { id } = await stage.add()
  await stage.record(stage.worker, visitOf(id, { note: '膝盖疼' }))
  const moved = { state: 'moved', since: '2026-11-23', until: null }
  await stage.call(stage.staff, 'setElderState', { params: { id }, body: moved })
  app.clock.set('2027-11-22T02:00:00Z')
  await forgetVisits(app.deps)
  expect((await stage.page(id)).visits).toMatchObject([{ note: '膝盖疼' }])
  app.clock.set('2027-11-25T02:00:00Z')
  while ((await forgetVisits(app.deps)) > 0);
  const { rows } = await pool.query(
    `SELECT name_enc, phone_enc, (SELECT count(*)::int FROM visits WHERE elder_id = e.id) AS visits,
       (SELECT count(*)::int FROM visit_notes n JOIN visits v ON v.id = n.visit_id WHERE v.elder_id = e.id) AS notes
     FROM visit_elders e WHERE id = $1`,
    [id],
  )
  expect(rows).toEqual([{ name_enc: null, phone_enc: null, visits: 1, notes: 0 }])
  const proofs = await pool.query('SELECT tag, fields FROM erasure_proofs WHERE about_id = $1 ORDER BY tag', [
    id,
  ])
  expect(proofs.rows).toEqual([
    { tag: 'contact', fields: 4 },
    { tag: 'health', fields: 1 },
  ])
})

test('a term ends with a day in Shanghai, not with one in London', async () => {
  const { id } = await stage.add()
  // The 22nd is not over in London.
  await stage.record(stage.worker, visitOf(id, { at: localTime('2026-11-23', 7), note: '早上去的' }))
  const noteOn = async (now: string) => {
    app.clock.set(now)
    while ((await forgetVisits(app.deps)) > 0);
    return (await stage.page(id)).visits.map(({ note }) => note)
  }
  expect(await noteOn('2027-11-23T02:00:00Z')).toEqual(['早上去的'])
  expect(await noteOn('2027-11-24T02:00:00Z')).toEqual([null])
})
