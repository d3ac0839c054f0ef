/** Register, roster, visits, n of N: a month of a community. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { freezeMonths, takeRosters } from '../../../bff/src/modules/visits/jobs'
import { testApp } from '../../support/app'
import { localTime } from '../../support/world'
import { visitOf, visitStage } from '../../support/visits'

const app = await testApp()
const stage = visitStage(app)

describe('who is on the register', () => {
  test('stands on the roster of whoever visits, with what is needed at the door', async () => {
    const { id } = await stage.add({ name: '李秀英' })
    expect(await stage.mine(stage.worker)).toMatchObject([
      { id, name: '李秀英', address: '北门小区 3 栋 402', standing: 'due', urgent: false, covering: false },
    ])
    expect(await stage.mine(stage.other)).toEqual([])
    expect((await stage.figures()).counts).toMatchObject({ listed: 1, seen: 0, unseen: 1 })
  })

  test('is seen once met or talked to, and by nothing else', async () => {
    const ids = await Promise.all(
      ['met', 'talked', 'not_home', 'hospital', 'refused'].map(async (outcome) => {
        const { id } = await stage.add()
        await stage.record(stage.worker, visitOf(id, { outcome: outcome as 'met' }))
        return id
      }),
    )
    const standing = new Map((await stage.mine(stage.worker)).map((one) => [one.id, one.standing]))
    expect(ids.map((id) => standing.get(id))).toEqual(['seen', 'seen', 'due', 'hospital', 'refused'])
    expect((await stage.figures()).counts).toEqual({
      listed: 5,
      seen: 2,
      hospital: 1,
      refused: 1,
      unseen: 1,
      gone: 0,
      late: 0,
    })
  })

  test('leaves the roster on the day on which a visit says so', async () => {
    const [moved, died, stays] = [await stage.add(), await stage.add(), await stage.add()]
    await stage.record(
      stage.worker,
      visitOf(moved.id, { outcome: 'moved' }),
      visitOf(died.id, { outcome: 'died' }),
    )
    expect((await stage.mine(stage.worker)).map(({ id }) => id)).toEqual([stays.id])
    expect((await stage.figures()).counts).toMatchObject({ listed: 1, gone: 2, unseen: 1 })
    const late = await stage.record(stage.worker, visitOf(died.id, { at: localTime('2026-11-24', 9) }))
    expect(late.results[0]?.refused).toBe('in_future')
  })

  test('is what a correction says: of whom it was said that they died, and who moved', async () => {
    const { id } = await stage.add()
    const visit = visitOf(id, { outcome: 'died' })
    await stage.record(stage.worker, visit)
    await stage.call(stage.staff, 'correctVisit', {
      params: { id: visit.id },
      body: { way: 'home', outcome: 'moved', note: null },
    })
    expect(await stage.page(id)).toMatchObject({ state: 'moved' })
    expect((await stage.figures()).counts).toMatchObject({ listed: 0, gone: 1 })
  })

  test('comes back where that was a mistake', async () => {
    const { id } = await stage.add()
    const visit = visitOf(id, { outcome: 'died' })
    await stage.record(stage.worker, visit)
    await stage.call(stage.staff, 'correctVisit', {
      params: { id: visit.id },
      body: { way: 'home', outcome: 'mistake', note: null },
    })
    expect(await stage.page(id)).toMatchObject({ state: 'active', standing: 'due' })
    expect((await stage.figures()).counts).toMatchObject({ listed: 1, gone: 0 })
  })
})

describe('a month that is over', () => {
  test('is frozen once, whenever the clock comes; what is recorded then is late', async () => {
    const [seen, unseen] = [await stage.add(), await stage.add()]
    await stage.record(stage.worker, visitOf(seen.id))
    app.clock.set(localTime('2026-12-02', 9))
    const late = visitOf(unseen.id, { at: localTime('2026-11-30', 17) })
    expect((await stage.record(stage.worker, late)).results).toEqual([
      { id: late.id, refused: null, late: true },
    ])
    await Promise.all([freezeMonths(app.deps), freezeMonths(app.deps)])
    expect(await stage.figures(undefined, '2026-11')).toMatchObject({
      counts: { listed: 2, seen: 1, unseen: 1, late: 1 },
      frozenAt: localTime('2026-12-02', 9),
    })
    // A correction is added and changes nothing of what was frozen.
    const [visit] = (await stage.page(seen.id)).visits
    await stage.call(stage.staff, 'correctVisit', {
      params: { id: visit?.id ?? '' },
      body: { way: 'home', outcome: 'not_home', note: null },
    })
    expect((await stage.figures(undefined, '2026-11')).counts).toMatchObject({ listed: 2, seen: 1, late: 1 })
    await takeRosters(app.deps)
    expect((await stage.figures()).counts).toMatchObject({ listed: 2, seen: 0 })
  })
})

test('what a device sends again, with the same ids, is kept once', async () => {
  const { id } = await stage.add()
  const visit = visitOf(id)
  const [key, again] = [randomUUID(), { body: { visits: [visit, visit] } }]
  await stage.call(stage.worker, 'recordVisits', { ...again, key })
  await stage.call(stage.worker, 'recordVisits', { ...again, key })
  await stage.call(stage.other, 'recordVisits', again)
  expect((await stage.page(id)).visits).toHaveLength(1)
  const other = await stage.record(stage.worker, { ...visit, outcome: 'refused' })
  expect(other.results).toEqual([{ id: visit.id, refused: 'id_taken', late: false }])
})

test('whom nobody finds is urgent until somebody knows where they are, however long that takes', async () => {
  const { id } = await stage.add()
  const missed = (hour: number) => visitOf(id, { at: localTime('2026-11-23', hour), outcome: 'not_home' })
  await stage.record(stage.worker, missed(8), missed(9))
  expect((await stage.mine(stage.worker))[0]?.urgent).toBe(true)
  app.clock.set(new Date(localTime('2027-03-02', 9)))
  expect((await stage.mine(stage.worker))[0]?.urgent).toBe(true)
  await stage.record(stage.worker, visitOf(id, { at: localTime('2027-03-02', 8) }))
  expect((await stage.mine(stage.worker))[0]?.urgent).toBe(false)
})

test('who refused at the end of a month did, also where its figures are frozen late', async () => {
  // A month that no other test has been in.
  app.clock.set(new Date(localTime('2028-05-10', 9)))
  const { id } = await stage.add()
  const setState = (state: string, since: string, until: string | null) =>
    stage.call(stage.staff, 'setElderState', { params: { id }, body: { state, since, until } })
  await setState('refused', '2028-05-10', '2028-07-31')
  app.clock.set(new Date(localTime('2028-06-01', 9)))
  await setState('active', '2028-06-01', null)
  await freezeMonths(app.deps)
  expect((await stage.figures(undefined, '2028-05')).counts).toMatchObject({
    listed: 1,
    refused: 1,
    unseen: 0,
  })
})
