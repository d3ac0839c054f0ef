import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Programme, ProgrammeSummary } from '../../../bff/contracts/src/programmes'
import { closeDue, completeEnrolments, fillAllClasses } from '../../../bff/src/modules/programmes/jobs'
import { monday, testApp } from '../../support/app'
import {
  closing,
  draft,
  goTo,
  makeFamily,
  makeProgramme,
  opening,
  plan,
  signUp,
  stepTo,
} from '../../support/programmes'
import { act, caseOf, ok } from '../../support/story'
import { here, makeDivisions, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
let staff: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { grants: [['staff', here]] })
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

describe('publishing', () => {
  test('fixes the sessions, opens the line, and shows it to everybody', async () => {
    const { id } = await makeProgramme(app, staff, { skips: ['2026-12-08'] })
    const { rows } = await app.database.pool.query<{ n: number; first: Date }>(
      'SELECT count(*)::int AS n, min(starts_at) AS first FROM care_sessions WHERE programme_id = $1',
      [id],
    )
    expect(rows).toEqual([{ n: 9, first: new Date('2026-12-07T08:00:00Z') }])
    expect((await get(id)).body).toMatchObject({ phase: 'announced', figures: null, canManage: false })
    expect((await get(id)).body.now).toBe(app.clock.now().toISOString())
  })

  test('is refused once the opening has passed, and twice', async () => {
    const { id } = await draft(app, staff)
    await goTo(app, opening, staff)
    const { problem } = await stepTo(app, 'publishProgramme', staff, id)
    expect(problem).toMatchObject({ errors: [{ path: 'body.opensAt', code: 'opens_in_past' }] })
    await goTo(app, monday, staff)
    await ok(stepTo(app, 'publishProgramme', staff, id))
    expect((await stepTo(app, 'publishProgramme', staff, id)).problem.code).toBe('action_not_open')
  })
})

describe('the clock', () => {
  test('moves the phase, and the job only writes it down', async () => {
    const { id } = await makeProgramme(app, staff)
    const phases: string[] = []
    for (const at of [monday, opening, closing, '2026-12-07T08:00:00Z', '2026-12-18T10:00:00Z']) {
      await goTo(app, at)
      phases.push((await get(id)).body.phase)
    }
    expect(phases).toEqual(['announced', 'open', 'closed', 'running', 'over'])
    await goTo(app, new Date(Date.parse(closing) - 1), staff)
    expect(await closeDue(app.deps)).toBe(0)
    await goTo(app, closing, staff)
    expect(await closeDue(app.deps)).toBeGreaterThan(0)
    expect(await closeDue(app.deps)).toBe(0)
    expect((await get(id)).body.state).toBe('closed')
  })

  test('completes places after the last session', async () => {
    const { id } = await makeProgramme(app, staff)
    await goTo(app, opening, staff)
    const family = await makeFamily(app)
    const { entries } = await signUp(app, family, id)
    app.clock.set('2026-12-18T09:59:59Z')
    expect(await completeEnrolments(app.deps)).toBe(0)
    await goTo(app, '2026-12-18T10:00:00Z', family)
    expect(await completeEnrolments(app.deps)).toBe(1)
    const detail = await caseOf(app, family, entries[0]?.caseId ?? '')
    expect(detail.state).toBe('completed')
    expect((await act(app, 'cancelEnrolment', family, detail.id)).problem.code).toBe('action_not_open')
  })

  test('gives a class to whoever was left without', async () => {
    const { id } = await makeProgramme(app, staff, { classes: 2 })
    await goTo(app, opening)
    for (let n = 0; n < 2; n++) await signUp(app, await makeFamily(app), id)
    await app.database.pool.query('UPDATE enrolments SET class_no = NULL WHERE programme_id = $1', [id])
    await fillAllClasses(app.deps)
    const { rows } = await app.database.pool.query(
      'SELECT class_no FROM enrolments WHERE programme_id = $1 ORDER BY class_no',
      [id],
    )
    expect(rows).toEqual([{ class_no: 1 }, { class_no: 2 }])
  })
})

test('a list shows the community first, then its neighbours; what is over only when asked for', async () => {
  const neighbour = await makePerson(app, { grants: [['staff', nextDoor]] })
  const own = await makeProgramme(app, staff, { name: '自己的' })
  const next = await ok(
    app.call<Programme>('createProgramme', {
      body: { community: nextDoor, ...plan({ name: '隔壁的' }) },
      token: neighbour.token,
    }),
  )
  await ok(stepTo(app, 'publishProgramme', neighbour, next.id))
  const ids = (await list()).programmes.map((p) => p.id)
  expect(ids.indexOf(own.id)).toBeGreaterThanOrEqual(0)
  expect(ids.indexOf(next.id)).toBeGreaterThan(ids.indexOf(own.id))
  const home = await ok(
    app.call<{ programmes: number; coming: { id: string } | null }>('getHome', {
      params: { community: here },
    }),
  )
  expect(home.programmes).toBeGreaterThanOrEqual(2)
  expect(ids).toContain(home.coming?.id)
  await goTo(app, '2026-12-20T00:00:00Z')
  expect((await list()).programmes.map((p) => p.id)).not.toContain(own.id)
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { programmes: ProgrammeSummary[]; next: string | null } = await list(undefined, {
      show: 'all',
      ...(cursor && { cursor }),
    })
    seen.push(...page.programmes.map((p) => p.id))
    cursor = page.next
  }
  expect(seen).toContain(own.id)
  expect(new Set(seen).size).toBe(seen.length)
})
