/** The line after a draw is the published order, without those who have a place or withdrew. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { goTo, makeFamily, makeProgramme, opening, signUp, stepTo } from '../../support/programmes'
import { act, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

/** While the sessions of the opening still hold. */
const closesSoon = '2026-11-24T01:05:00.000Z'

const app = await testApp()
const { pool } = app.database
let staff: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { grants: [['staff', here]] })
})

const publish = async (capacity: number): Promise<string> => {
  await goTo(app, monday, staff)
  const { id } = await makeProgramme(app, staff, { mode: 'draw', capacity, closesAt: closesSoon })
  await goTo(app, opening, staff)
  return id
}

/** A family in the draw, each child with its points. @returns numbers and cases */
async function enter(id: string, group: 'one' | 'all' | 'any', ...points: number[]) {
  const family = await makeFamily(app, points.length)
  const { entries } = await signUp(app, family, id, { group })
  const scored = entries.map(({ caseId, drawNumber }, n) => ({
    caseId,
    number: drawNumber,
    score: points[n],
  }))
  for (const { caseId, score } of scored)
    await pool.query('UPDATE enrolments SET score = $2 WHERE case_id = $1', [caseId, score])
  return {
    numbers: scored.map((e) => e.number),
    leave: (n: number) => ok(act(app, 'cancelEnrolment', family, scored[n]?.caseId ?? '')),
  }
}

function close(id: string) {
  app.clock.set(closesSoon)
  return ok(stepTo(app, 'closeProgramme', staff, id))
}

/** Draws. @returns what was published, and the line as it is */
async function draw(id: string): Promise<{ order: number[]; placed: number[]; line: number[] }> {
  await ok(stepTo(app, 'drawProgramme', staff, id))
  const record = await ok(app.call<{ order: number[]; placed: number[] }>('getDraw', { params: { id } }))
  const { rows } = await pool.query<{ number: number }>(
    `SELECT e.draw_number AS number FROM line_entries w JOIN enrolments e USING (case_id)
     WHERE e.programme_id = $1 AND w.state IN ('waiting', 'held') ORDER BY w.sort_score DESC, w.sort_arrival`,
    [id],
  )
  return { ...record, line: rows.map((row) => row.number) }
}

describe('siblings whose points came from one of them', () => {
  test('who has a place by now: the other still waits by those points', async () => {
    const id = await publish(1)
    const [pair, single] = [await enter(id, 'any', 10, 0), await enter(id, 'one', 5)]
    await close(id)
    const { placed, line } = await draw(id)
    expect(placed).toEqual([pair.numbers[0]])
    expect(line).toEqual([pair.numbers[1], single.numbers[0]])
  })

  test('who withdrew after the closing: the other still waits by those points', async () => {
    const id = await publish(1)
    const top = await enter(id, 'one', 20)
    const [pair, single] = [await enter(id, 'any', 10, 0), await enter(id, 'one', 5)]
    await close(id)
    await pair.leave(0)
    const { placed, line } = await draw(id)
    expect(placed).toEqual(top.numbers)
    expect(line).toEqual([pair.numbers[1], single.numbers[0]])
  })
})

test('many families of every kind wait in the published order', async () => {
  const id = await publish(3)
  const kinds = [
    ['one', 0],
    ['any', 3, 0, 7],
    ['all', 0, 5],
    ['one', 7],
    ['any', 0, 1],
    ['one', 5],
  ] as const
  const families = []
  for (const [group, ...points] of kinds) families.push(await enter(id, group, ...points))
  await close(id)
  await families[1]?.leave(2)
  await families[4]?.leave(1)
  const gone = [families[1]?.numbers[2], families[4]?.numbers[1]]
  const { order, placed, line } = await draw(id)
  expect(line).toEqual(order.filter((n) => !placed.includes(n) && !gone.includes(n)))
})
