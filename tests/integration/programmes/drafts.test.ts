import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Programme, ProgrammeSummary } from '../../../bff/contracts/src/programmes'
import { monday, testApp } from '../../support/app'
import { draft, makeProgramme, plan, stepTo } from '../../support/programmes'
import { ok, set } from '../../support/story'
import { elsewhere, here, makeDivisions, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
let staff: Person
let resident: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { grants: [['staff', here]] })
  resident = await makePerson(app)
})

const get = (id: string, who?: Person) =>
  app.call<Programme>('getProgramme', { params: { id }, ...(who && { token: who.token }) })
const list = async (who?: Person, query: Record<string, string> = {}) => {
  app.clock.advance(1)
  const answer = app.call<{ programmes: ProgrammeSummary[]; next: string | null }>('listProgrammes', {
    query: { community: here, ...query },
    ...(who && { token: who.token }),
  })
  return ok(answer)
}

describe('a draft', () => {
  test('is made with everything that was written', async () => {
    const made = await draft(app, staff, { about: '作业辅导', skips: ['2026-12-08'], ages: null })
    expect(made).toMatchObject({
      ...plan({ about: '作业辅导', skips: ['2026-12-08'] }),
      community: here,
      communityName: '东兴社区',
      state: 'draft',
      phase: 'draft',
      refillUntil: '2026-12-07',
      placesLeft: 2,
      waiting: 0,
      draw: null,
      canManage: true,
      figures: { entered: 0, confirmed: 0, held: 0, waiting: 0, cancelled: 0, carers: 0, carersNeeded: 1 },
    })
  })

  test('exists for its staff and the supervisor above, for nobody else', async () => {
    const { id } = await draft(app, staff)
    const supervisor = await makePerson(app, { grants: [['supervisor', here.slice(0, 9)]] })
    const far = await makePerson(app, { grants: [['staff', elsewhere]] })
    expect((await get(id, staff)).status).toBe(200)
    expect((await get(id, supervisor)).body).toMatchObject({ canManage: false, state: 'draft' })
    for (const who of [undefined, resident, far]) expect((await get(id, who)).problem.code).toBe('not_found')
    expect((await stepTo(app, 'publishProgramme', far, id)).problem.code).toBe('not_found')
    expect((await stepTo(app, 'publishProgramme', supervisor, id)).problem.code).toBe('not_allowed')
    const shown = (await list(staff)).programmes.map((p) => p.id)
    expect(shown).toContain(id)
    expect((await list(resident)).programmes.map((p) => p.id)).not.toContain(id)
  })

  test('is made by staff of the community only', async () => {
    const create = (who: Person, community: string) =>
      app.call('createProgramme', { body: { community, ...plan() }, token: who.token })
    expect((await create(resident, here)).problem.code).toBe('not_allowed')
    expect((await create(staff, nextDoor)).problem.code).toBe('not_allowed')
    expect((await create(staff, '532301101999')).problem.code).toBe('not_found')
  })

  test('with faults is told all of them, by the division’s own cap', async () => {
    await set(app, here, 'care_class_cap', 30)
    const { status, problem } = await app.call('createProgramme', {
      body: { community: here, ...plan({ capacity: 31, skips: ['2027-01-01'], ages: { min: 9, max: 6 } }) },
      token: staff.token,
    })
    await set(app, here, 'care_class_cap', 40)
    expect(status).toBe(422)
    expect(problem.code).toBe('programme_plan_wrong')
    expect(problem.errors?.map((e) => `${e.path} ${e.code}`)).toEqual([
      'body.skips.0 outside',
      'body.grades ages_or_grades',
      'body.ages.max min_above_max',
      'body.capacity over_class_cap',
    ])
  })

  test('is changed as a whole, until it is published', async () => {
    const { id } = await draft(app, staff)
    const body = plan({ capacity: 30, name: '寒假看护', kind: 'holiday' })
    expect(await ok(stepTo(app, 'changeProgramme', staff, id, { body }))).toMatchObject({
      capacity: 30,
      name: '寒假看护',
    })
    expect(
      (await stepTo(app, 'changeProgramme', staff, id, { body: plan({ capacity: 99 }) })).problem.code,
    ).toBe('programme_plan_wrong')
    await ok(stepTo(app, 'publishProgramme', staff, id))
    expect((await stepTo(app, 'changeProgramme', staff, id, { body })).problem.code).toBe('action_not_open')
  })

  test('is made once for one key', async () => {
    const sent = { body: { community: here, ...plan() }, token: staff.token, key: 'draft-once-0001' }
    const [first, second] = [
      await ok(app.call('createProgramme', sent)),
      await ok(app.call('createProgramme', sent)),
    ]
    expect(second).toEqual(first)
  })

  test('can be the plan of last term on a new first day', async () => {
    const { id } = await makeProgramme(app, staff, { mode: 'draw' })
    const body = { startsOn: '2027-03-01' }
    const copy = await ok(stepTo(app, 'copyProgramme', staff, id, { body }))
    expect(copy).toMatchObject({
      state: 'draft',
      startsOn: '2027-03-01',
      endsOn: '2027-03-12',
      opensAt: '2027-02-16T01:00:00.000Z',
      mode: 'draw',
      draw: null,
    })
    expect((await stepTo(app, 'copyProgramme', resident, id, { body })).problem.code).toBe('not_allowed')
    const weekend = await makeProgramme(app, staff, {
      weekly: [{ weekday: 1, from: '09:00', to: '12:00' }],
      endsOn: '2026-12-07',
    })
    const tuesday = await stepTo(app, 'copyProgramme', staff, weekend.id, {
      body: { startsOn: '2027-03-02' },
    })
    expect(tuesday.problem).toMatchObject({
      code: 'invalid_request',
      errors: [{ path: 'body.startsOn', code: 'no_session' }],
    })
  })
})
