import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import {
  counted,
  type Family,
  goTo,
  makeFamily,
  makeProgramme,
  opening,
  programmeNow,
  signUp,
  stepTo,
} from '../../support/programmes'
import { act, caseOf, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

interface Draw {
  list: string | null
  listHash: string | null
  commitment: string
  seed: string | null
  capacity: number
  order: number[]
  placed: number[]
}

/** While the sessions of the opening still hold. */
const closesSoon = '2026-11-24T01:05:00.000Z'

const app = await testApp()
let staff: Person
let id: string
let families: Family[]

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { grants: [['staff', here]] })
  id = (await makeProgramme(app, staff, { mode: 'draw', capacity: 4, closesAt: closesSoon })).id
  await goTo(app, opening, staff)
  families = []
  for (const size of [1, 2, 1, 1, 3, 1, 2]) families.push(await makeFamily(app, size))
  for (const [n, family] of families.entries())
    await signUp(app, family, id, { group: family.children.length === 1 ? 'one' : n === 1 ? 'all' : 'any' })
})

const drawOf = (): Promise<Draw> => ok(app.call<Draw>('getDraw', { params: { id } }))
/** At its published time and not before. */
function close() {
  app.clock.set(closesSoon)
  return ok(stepTo(app, 'closeProgramme', staff, id))
}
const draw = () => ok(stepTo(app, 'drawProgramme', staff, id))

const script = fileURLToPath(new URL('recompute.mjs', import.meta.url))
const recompute = (record: Draw) =>
  spawnSync(process.execPath, [script], { input: JSON.stringify(record), encoding: 'utf8' })

/** Public number → state, position in line, and action that led there. */
async function ending(): Promise<Map<number, { state: string; childId: string; caseId: string }>> {
  const { rows } = await app.database.pool.query<{
    number: number
    state: string
    childId: string
    caseId: string
  }>(
    `SELECT draw_number AS number, state, child_id AS "childId", case_id AS "caseId" FROM enrolments
     WHERE programme_id = $1`,
    [id],
  )
  return new Map(rows.map((row) => [row.number, row]))
}

const inLine = async (): Promise<number[]> => {
  const { rows } = await app.database.pool.query<{ number: number }>(
    `SELECT e.draw_number AS number FROM line_entries w JOIN enrolments e USING (case_id)
     WHERE e.programme_id = $1 AND w.state = 'waiting' ORDER BY w.sort_score DESC, w.sort_arrival`,
    [id],
  )
  return rows.map((row) => row.number)
}

describe('a draw', () => {
  test('hands out numbers by arrival, siblings’ next to each other, and no places', async () => {
    const last = await makeFamily(app, 2)
    const { entries } = await signUp(app, last, id, { group: 'all' })
    expect(entries.map((e) => [e.state, e.position, e.drawNumber])).toEqual([
      ['entered', null, 12],
      ['entered', null, 13],
    ])
    expect(await counted(app, id)).toEqual({ taken: 0, states: { entered: 13 } })
    app.clock.advance(1)
    expect(await programmeNow(app, id)).toMatchObject({ phase: 'open', placesLeft: null })
  })

  test('is committed to a seed that nobody can read before', async () => {
    const before = await drawOf()
    expect(before).toMatchObject({ list: null, listHash: null, seed: null, order: [], placed: [] })
    expect(before.commitment).toMatch(/^[0-9a-f]{64}$/)
    const closed = await close()
    expect(closed.draw).toMatchObject({ commitment: before.commitment, seed: null })
    const after = await drawOf()
    expect(after.list?.split('\n').filter(Boolean)).toHaveLength(11)
    expect(after.list).toContain('2 2 all 0\n3 2 all 0\n4 4 one 0\n')
    const { rows } = await app.database.pool.query<{ seed_enc: string }>(
      'SELECT seed_enc FROM programmes WHERE id = $1',
      [id],
    )
    await draw()
    const { seed } = await drawOf()
    expect(seed).toMatch(/^[0-9a-f]{64}$/)
    expect(rows[0]?.seed_enc).not.toContain(seed)
  })

  test('is repeated by anybody from what was published', async () => {
    await close()
    await draw()
    const record = await drawOf()
    const { stdout, status } = recompute(record)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({ order: record.order, placed: record.placed })
    const ended = await ending()
    for (const [number, { state }] of ended)
      expect(state).toBe(record.placed.includes(number) ? 'confirmed' : 'waiting')
    expect(await inLine()).toEqual(record.order.filter((n) => !record.placed.includes(n)))
    expect(record.placed.includes(2)).toBe(record.placed.includes(3))
    expect((await counted(app, id)).taken).toBe(record.placed.length)
  })

  test('that was tampered with is seen', async () => {
    await close()
    await draw()
    const record = await drawOf()
    const seed = (record.seed ?? '').replace(/^./, (c) => (c === '0' ? '1' : '0'))
    expect(recompute({ ...record, seed }).stderr).toContain('not the one that was promised')
    const list = (record.list ?? '').replace('1 1 one 0', '1 1 one 9')
    expect(recompute({ ...record, list }).stderr).toContain('not the one that was published')
  })

  test('tells every family once, in its own words', async () => {
    await close()
    await draw()
    const { rows } = await app.database.pool.query<{ kind: string; state: string; n: number }>(
      `SELECT n.kind, e.state, count(*)::int AS n FROM notices n JOIN enrolments e USING (case_id)
       WHERE e.programme_id = $1 GROUP BY 1, 2`,
      [id],
    )
    const { states } = await counted(app, id)
    expect(rows.find((r) => r.kind === 'draw_placed')).toMatchObject({
      state: 'confirmed',
      n: states.confirmed,
    })
    expect(rows.find((r) => r.kind === 'draw_waiting')).toMatchObject({ state: 'waiting', n: states.waiting })
    const detail = await caseOf(app, families[0] ?? staff, (await ending()).get(1)?.caseId ?? '')
    expect(detail.timeline.map((e) => `${e.action} ${e.side}`)).toEqual(['request party', 'draw system'])
  })

  test('places whoever is in a class', async () => {
    await close()
    await draw()
    const { rows } = await app.database.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM enrolments WHERE programme_id = $1 AND (state = 'confirmed') <> (class_no IS NOT NULL)`,
      [id],
    )
    expect(rows).toEqual([{ n: 0 }])
  })
})

describe('somebody who withdraws', () => {
  const withdraw = async (number: number): Promise<void> => {
    const entry = (await ending()).get(number)
    const family = families.find((f) => f.children.includes(entry?.childId ?? ''))
    await ok(act(app, 'cancelEnrolment', family ?? staff, entry?.caseId ?? ''))
  }

  test('before the closing is not on the list', async () => {
    await withdraw(1)
    await close()
    expect((await drawOf()).list).not.toMatch(/^1 /m)
  })

  test('between closing and draw stays on the list; the place goes on to the next in line', async () => {
    await close()
    for (const number of [1, 4, 5]) await withdraw(number)
    await draw()
    const record = await drawOf()
    expect(JSON.parse(recompute(record).stdout)).toEqual({ order: record.order, placed: record.placed })
    const gone = [1, 4, 5].filter((n) => record.placed.includes(n)).length
    const { taken, states } = await counted(app, id)
    expect(states.cancelled).toBe(3)
    expect(states.confirmed).toBe(record.placed.length - gone)
    expect(taken).toBe((states.confirmed ?? 0) + (states.held ?? 0))
    const held = [...(await ending())].filter(([, e]) => e.state === 'held').map(([number]) => number)
    const behind = record.order.filter((n) => !record.placed.includes(n) && ![1, 4, 5].includes(n))
    expect(await inLine()).toEqual(behind.filter((n) => !held.includes(n)))
    expect(held.length > 0).toBe(gone > 0)
  })
})
