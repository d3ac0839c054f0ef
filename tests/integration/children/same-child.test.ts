/** One child is one child, however often it was typed: noticed by a keyed hash, in a programme once. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { linkOf, lookAt, makeChild, ofChild, proofsOf, summaryOf } from '../../support/children'
import { type Family, goTo, makeProgramme, opening, press } from '../../support/programmes'
import { ok } from '../../support/story'
import { together, values } from '../../support/together'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let staff: Person
let [first, second] = [] as unknown as [Family, Family]
let [programme, later] = ['', '']
let n = 0

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  const name = `阿里木·买买提${'甲乙丙丁戊己庚辛壬癸'[n++ % 10]}`
  const family = async (over: object): Promise<Family> => {
    const who = await makePerson(app, { name: '热娜' })
    return { ...who, children: [(await makeChild(app, who, over)).id] }
  }
  first = await family({ name })
  app.clock.advance(1)
  second = await family({ name: name.replace('·', ' • ') })
  programme = (await makeProgramme(app, staff, { capacity: 5 })).id
  later = (await makeProgramme(app, staff, { opensAt: '2026-11-25T01:00:00.000Z' })).id
  await goTo(app, opening, staff, first, second)
})
const child = ({ children }: Family): string => children[0] ?? ''
const codeOf = (answer: { problem: { code?: string } }) => answer.problem.code

describe('a child that is here already', () => {
  test('is noticed for who typed it again, who learns nothing else', async () => {
    expect((await summaryOf(app, first, child(first)))?.doubled).toBe(false)
    const summary = await summaryOf(app, second, child(second))
    expect(summary?.doubled).toBe(true)
    expect(JSON.stringify(summary)).not.toContain(child(first))
  })

  test('signs up once: the later record waits for its papers, and hears not where the other is', async () => {
    await ok(press(app, first, programme))
    const there = await press(app, second, programme)
    expect(codeOf(there)).toBe('child_needs_papers')
    await goTo(app, '2026-11-25T01:00:00.000Z', second)
    const elsewhere = await press(app, second, later)
    expect({ ...elsewhere.problem, requestId: '' }).toEqual({ ...there.problem, requestId: '' })
  })

  test('stands behind a record whose guardian staff know, whoever typed first', async () => {
    const link = await linkOf(app, second, child(second))
    expect((await lookAt(app, staff, link)).warnings).toEqual(['same_child'])
    const body = { guardian: true, circumstances: [] }
    expect(codeOf(await ofChild(app, 'verifyLink', staff, link, { body }))).toBe('look_closer')
    await ok(ofChild(app, 'verifyLink', staff, link, { body: { ...body, looked: ['same_child'] } }))
    expect((await summaryOf(app, first, child(first)))?.doubled).toBe(true)
    await ok(press(app, second, programme))
    expect(codeOf(await press(app, first, programme))).toBe('child_needs_papers')
  })

  test('is two when staff say so by their papers', async () => {
    const link = await linkOf(app, second, child(second))
    await lookAt(app, staff, link)
    const body = { guardian: true, circumstances: [], different: true }
    await ok(ofChild(app, 'verifyLink', staff, link, { body }))
    await ok(press(app, first, programme))
    await ok(press(app, second, programme))
  })

  test('whose links are refused goes, and the other stands', async () => {
    const link = await linkOf(app, first, child(first))
    expect(codeOf(await ofChild(app, 'refuseLink', staff, link, { body: { reason: 'papers_differ' } }))).toBe(
      'papers_first',
    )
    await lookAt(app, staff, link)
    await ok(ofChild(app, 'refuseLink', staff, link, { body: { reason: 'papers_differ' } }))
    expect(await summaryOf(app, first, child(first))).toBeUndefined()
    // The proof says why: nobody had asked for it.
    expect(new Set((await proofsOf(app, child(first))).map(({ cause }) => cause))).toEqual(
      new Set(['refused']),
    )
    expect((await summaryOf(app, second, child(second)))?.doubled).toBe(false)
  })
})

test('twins have names of their own, and both sign up', async () => {
  const who = await makePerson(app)
  const twins = [await makeChild(app, who), await makeChild(app, who)]
  await ok(press(app, { ...who, children: twins.map((t) => t.id) }, programme, { group: 'any' }))
})

describe('two records pressed in one moment', () => {
  /** Both pass every look before the write: only the index is left. */
  const race = async (): Promise<number> => {
    await pool.query('UPDATE children SET created_at = $1 WHERE id = ANY ($2)', [
      monday,
      [child(first), child(second)],
    ])
    values(await together(2, (k) => press(app, k ? second : first, programme)))
    const { rows } = await pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM enrolments WHERE programme_id = $1 AND child_id = ANY ($2)`,
      [programme, [child(first), child(second)]],
    )
    return rows[0]?.n ?? 0
  }

  test('one is in', async () => {
    expect(await race()).toBe(1)
  })

  test('the database alone refuses the second, and without its index takes it', async () => {
    await ok(press(app, first, programme))
    const again = `INSERT INTO enrolments (case_id, state, programme_id, child_id, group_id, group_rule, score)
      SELECT c.id, 'confirmed', $1, $2, c.id, 'one', 0 FROM cases c WHERE c.id = $3`
    const caseId = (
      await pool.query<{ id: string }>(
        `INSERT INTO cases SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 'X-' || gen_random_uuid()))).*
       FROM cases c WHERE type = 'enrolment' AND state = 'confirmed' LIMIT 1 RETURNING id`,
      )
    ).rows[0]?.id
    const args = [programme, child(second), caseId]
    await expect(pool.query(again, args)).rejects.toMatchObject({ constraint: 'enrolments_identity_once' })
    await pool.query('DROP INDEX enrolments_identity_once')
    await pool.query(again, args)
  })
})
