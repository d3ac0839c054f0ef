import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { childOf, linkOf, linkSecond, makeChild, ofChild, verify } from '../../support/children'
import { ok } from '../../support/story'
import { together, values } from '../../support/together'
import { elsewhere, here, makeDivisions, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let [mother, father, staff, other, away, supervisor] = [] as unknown as Person[] as Record<number, Person> &
  [Person, Person, Person, Person, Person, Person]
let [id, link, name] = ['', '', '']

beforeAll(async () => {
  await makeDivisions(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  other = await makePerson(app, { name: '赵明', grants: [['grid_worker', here]] })
  away = await makePerson(app, { grants: [['staff', elsewhere]] })
  supervisor = await makePerson(app, { grants: [['supervisor', '532301']] })
})
beforeEach(async () => {
  app.clock.set(monday)
  await pool.query('UPDATE guardians SET ended_at = $1 WHERE ended_at IS NULL', [app.clock.now()])
  mother = await makePerson(app, { name: '周敏' })
  father = await makePerson(app, { name: '李强' })
  const child = await makeChild(app, mother)
  ;[id, name] = [child.id, child.name]
  link = await linkOf(app, mother, id)
})

interface Pending {
  id: string
  circumstances: number
}
const pending = async (who: Person, division = here): Promise<Pending[]> =>
  (await ok(app.call<{ links: Pending[] }>('listPendingLinks', { token: who.token, query: { division } })))
    .links
const read = (who: Person, linkId = link) =>
  ofChild<Record<string, unknown>>(app, 'readPendingLink', who, linkId)
/** Whoever may look has looked before. */
const check = async (who: Person, body: object, key = randomUUID()) => {
  await read(who)
  return ofChild<{ verified: boolean }>(app, 'verifyLink', who, link, { body, key })
}
interface Record_ {
  at: string
  reader: string
  tags: string[]
  about: string | null
}
const records = async (who: Person): Promise<Record_[]> =>
  (await ok(ofChild<{ records: Record_[] }>(app, 'listChildAccess', who, id))).records

describe('what waits', () => {
  test('is listed without a name, also from above', async () => {
    const line = {
      id: link,
      childId: id,
      nickname: '小满',
      relation: 'mother',
      verified: false,
      askedAt: '2026-11-23T02:12:00.000Z',
      circumstances: 1,
    }
    expect(await pending(staff)).toEqual([line])
    const township = await makePerson(app, { grants: [['staff', here.slice(0, 9)]] })
    expect(await pending(township, here.slice(0, 9))).toEqual([line])
    expect(await pending(township, nextDoor)).toEqual([])
  })

  test('is every unknown guardian, then open circumstances once, then nothing', async () => {
    await linkSecond(app, mother, father, id)
    expect(await pending(staff)).toHaveLength(2)
    await verify(app, staff, mother, id)
    expect(await pending(staff)).toHaveLength(1)
    await verify(app, staff, father, id)
    expect(await pending(staff)).toMatchObject([{ id: link, circumstances: 1 }])
    await verify(app, staff, mother, id, ['both_parents_work'])
    expect(await pending(staff)).toEqual([])
  })

  test('is nothing of a child without consent', async () => {
    await ok(ofChild(app, 'decideConsent', mother, id, { body: { version: 1, decision: 'refused' } }))
    expect(await pending(staff)).toEqual([])
    expect((await read(staff)).problem.code).toBe('not_found')
    expect((await check(staff, { guardian: true, circumstances: [] })).problem.code).toBe('not_found')
  })

  test('is not for others', async () => {
    for (const who of [mother, away, supervisor])
      expect(
        (await app.call('listPendingLinks', { token: who.token, query: { division: here } })).problem.code,
      ).toBe('not_found')
    expect(
      (await app.call('listPendingLinks', { token: staff.token, query: { division: '1' } })).status,
    ).toBe(422)
    expect((await app.call('listPendingLinks', { token: staff.token })).status).toBe(422)
  })
})

describe('a reading', () => {
  test('gives the names, and both guardians see who read them, once a minute', async () => {
    await linkSecond(app, mother, father, id)
    expect((await read(staff)).body).toEqual({
      id: link,
      childName: name,
      birthDate: '2017-05-21',
      guardianName: '周敏',
      relation: 'mother',
      verified: false,
      known: false,
      circumstances: [{ circumstance: 'both_parents_work', verified: false }],
      warnings: [],
    })
    await read(staff)
    const line = { reader: '杨会琼', about: null, at: '2026-11-23T02:12:00.000Z' }
    await verify(app, staff, mother, id)
    await verify(app, staff, father, id)
    for (const who of [mother, father]) {
      const seen = await records(who)
      expect(seen).toMatchObject([{ ...line, tags: ['child', 'contact'] }])
    }
    app.clock.advance(1)
    await read(staff)
    expect(await records(mother)).toHaveLength(2)
  })

  test('without a right, or with nothing to check, leaves no record', async () => {
    await ok(check(other, { guardian: true, circumstances: ['both_parents_work'] }))
    const before = (await records(mother)).length
    for (const who of [staff, mother, away, supervisor])
      expect((await read(who)).problem.code).toBe('not_found')
    expect((await read(staff, randomUUID())).problem.code).toBe('not_found')
    expect((await read(staff, 'x')).status).toBe(422)
    expect(await records(mother)).toHaveLength(before)
  })

  test('is shown page by page, each once, newest first, to guardians only', async () => {
    for (let n = 0; n < 60; n++)
      await pool.query(
        `INSERT INTO access_records (id, child_id, reader_id, reader_name, tag, at) VALUES ($1, $2, $3, '杨会琼', 'child', $4)`,
        [
          randomUUID(),
          id,
          (n % 2 ? staff : other).accountId,
          new Date(Date.parse(monday) + (n >> 1) * 1_000),
        ],
      )
    const page = (query: Record<string, string>) =>
      ok(ofChild<{ records: Record_[]; next: string | null }>(app, 'listChildAccess', mother, id, { query }))
    const first = await page({})
    const second = await page({ cursor: first.next ?? '' })
    expect([first.records.length, second.records.length, second.next]).toEqual([50, 10, null])
    const times = [...first.records, ...second.records].map((r) => r.at)
    expect(times).toEqual([...times].sort().reverse())
    expect((await ofChild(app, 'listChildAccess', staff, id)).problem.code).toBe('not_found')
    expect((await ofChild(app, 'listChildAccess', mother, id, { query: { cursor: 'x' } })).status).toBe(422)
  })
})

describe('a verification', () => {
  test('makes the guardian known, and proves what was claimed and nothing else', async () => {
    const circumstances = ['both_parents_work', 'disability']
    expect(await ok(check(staff, { guardian: true, circumstances }))).toEqual({ verified: true })
    const child = await childOf(app, mother, id)
    expect(child.verified).toBe(true)
    expect(child.guardians[0]?.verifiedAt).toBe('2026-11-23T02:12:00.000Z')
    expect(child.circumstances).toEqual([{ circumstance: 'both_parents_work', verified: true }])
  })

  test('of a circumstance alone leaves the guardian unknown', async () => {
    const proven = { guardian: false, circumstances: ['both_parents_work'] }
    expect(await ok(check(staff, proven))).toEqual({ verified: false })
    expect(await pending(staff)).toMatchObject([{ id: link, circumstances: 0 }])
  })

  test('by two at once is one, with everything that both saw', async () => {
    await ok(
      ofChild(app, 'changeChild', mother, id, { body: { circumstances: ['both_parents_work', 'hardship'] } }),
    )
    const seen = ['both_parents_work', 'hardship'] as const
    const answers = values(
      await together(2, (n) => check(n ? other : staff, { guardian: true, circumstances: [seen[n]] })),
    )
    expect(answers.map((a) => a.body)).toEqual([{ verified: true }, { verified: true }])
    expect((await childOf(app, mother, id)).circumstances.every((c) => c.verified)).toBe(true)
    const { rows } = await pool.query<{ by: string }>(
      'SELECT verified_by AS by FROM guardians WHERE id = $1',
      [link],
    )
    expect([staff.accountId, other.accountId]).toContain(rows[0]?.by)
    expect(await pending(staff)).toEqual([])
  })

  test('is nobody’s for their own child, nor a supervisor’s, nor for others', async () => {
    const body = { guardian: true, circumstances: [] }
    const neighbour = await makePerson(app, { name: '白洁', grants: [['staff', here]] })
    await linkSecond(app, mother, neighbour, id)
    for (const who of [neighbour, mother, supervisor])
      expect((await check(who, body)).problem.code).toBe('not_allowed')
    expect((await read(neighbour)).problem.code).toBe('not_found')
    const stranger = await makePerson(app)
    for (const who of [away, stranger]) expect((await check(who, body)).problem.code).toBe('not_found')
    for (const wrong of [
      {},
      { guardian: 'yes', circumstances: [] },
      { guardian: true, circumstances: ['x'] },
    ])
      expect((await check(staff, wrong)).status).toBe(422)
    expect((await childOf(app, mother, id)).verified).toBe(false)
  })
})
