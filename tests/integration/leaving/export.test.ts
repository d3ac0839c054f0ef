/** A marked adult takes everything along, to read and as data; nothing of anybody else goes with it. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { makeCareProgramme, makePlaced, type Placed } from '../../support/care'
import { verify as verifyLinks } from '../../support/care-guardians'
import { ofChild } from '../../support/children'
import { exportOf, foundIn, makeMarkedAdult, type MarkedAdult } from '../../support/marked-adult'
import { again } from '../../support/ratings'
import { ok } from '../../support/story'
import { wechatEnv, wechatServer } from '../../support/wechat'
import { confirmed, here, makeDivisions, makePerson, type Person } from '../../support/world'

const wechat = await wechatServer()
const app = await testApp(wechatEnv(wechat.base))
const { pool } = app.database
let cast: MarkedAdult

beforeAll(async () => {
  await makeDivisions(app)
  cast = await makeMarkedAdult(app, wechat)
})

describe('an adult’s export', () => {
  test('holds every mark of theirs, on the page and as data, and none of others', async () => {
    const { own, others } = cast.marks
    const { fileName, pageName, page, document } = await exportOf(app, cast.adult)
    expect([fileName, pageName]).toEqual(['我的资料-2026-11-25.json', '我的资料-2026-11-25.html'])
    for (const text of [page, JSON.stringify(document)]) {
      expect(foundIn(text, own)).toEqual(Object.keys(own))
      // The badge under which staff decided is what the app shows, too.
      expect(foundIn(text, others)).toEqual(['staffName'])
    }
    expect(document.cases).toHaveLength(3)
    expect(document.surveys).toHaveLength(1)
    expect(document.lines).toMatchObject([{ state: 'cancelled' }])
    expect(document.ratings).toMatchObject([{ grade: 'satisfied' }])
    expect(document.joins).toMatchObject([{ proof: 'phone' }])
    expect(document.guardianships).toMatchObject([{ nickname: '小满', relation: 'father' }])
    expect(document.accessRecords).toMatchObject([
      { reader: '本人' },
      { reader: cast.marks.others.staffName },
    ])
    expect(document.cut).toEqual([])
  })

  test.each(['other', 'staff', 'neighbour'] as const)(
    'that of the %s holds no mark of the adult',
    async (who) => {
      const { page, document } = await exportOf(app, cast[who])
      expect(foundIn(page + JSON.stringify(document), cast.marks.own)).toEqual([])
    },
  )

  test('asks for the second proof, and leaves its record', async () => {
    const bare = await again(app, cast.neighbour)
    expect((await app.call('exportMe', { token: bare.token })).problem.code).toBe('confirm_needed')
    await exportOf(app, cast.neighbour)
    const { records } = await ok(
      app.call<{ records: object[] }>('listAccessRecords', {
        token: (await again(app, cast.neighbour)).token,
      }),
    )
    expect(records[0]).toMatchObject({ reader: '本人', tag: 'contact', caseId: null, about: null })
  })

  test('is a page by itself: no script, nothing from outside, whatever somebody is called', async () => {
    const name = `<img src=x onerror=alert(1)>"'&\u202e甲`
    const person = await makePerson(app)
    await app.database.pool.query('UPDATE accounts SET name_enc = $2 WHERE id = $1', [
      person.accountId,
      app.deps.cipher.encrypt('accounts.name_enc', person.accountId, name),
    ])
    const { page } = await exportOf(app, person)
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;甲')
    expect(page).not.toMatch(
      /<(script|img|link|iframe|object|embed|form|base)|<[^>]+\son\w+=|javascript:|\u202e/i,
    )
    expect(page).not.toMatch(/<[^>]+\s(src|href)=|url\(|@import/i)
    expect(page).toContain(`default-src 'none'`)
  })

  test('shows no code of a program: every state, kind and choice is said in words', async () => {
    const { page } = await exportOf(app, cast.adult)
    const codes = [
      ...page.matchAll(
        /<bdi>([a-z]+_[a-z_]+|confirmed|refused|cancelled|completed|booking|staff|party)<\/bdi>/g,
      ),
    ]
    expect(codes.map(([, code]) => code)).toEqual([])
    expect(page).not.toMatch(/<bdi>\d{4}-\d\d-\d\d/)
  })
})

test('a child’s export is a page, too, and tells nothing of a bar that another guardian set', async () => {
  const { own, others } = cast.marks
  const take = async (who: typeof cast.adult) =>
    ok(
      ofChild<{ page: string; pageName: string; document: object }>(
        app,
        'exportChild',
        await confirmed(app, await again(app, who)),
        cast.shared,
      ),
    )
  const [theirs, mine] = [await take(cast.other), await take(cast.adult)]
  expect(mine.pageName).toBe('孩子信息-2026-11-25.html')
  const all = ['guardian', 'listed', 'listedPhone', 'childName', 'childHealth']
  for (const { page, document } of [theirs, mine])
    for (const text of [page, JSON.stringify(document)]) {
      const barred = page === theirs.page ? ['barred', 'barNote'] : []
      expect(foundIn(text, others).sort()).toEqual([...all, 'staffName', ...barred].sort())
    }
  expect(foundIn(mine.page, own)).toEqual(['name'])
  // That somebody was stopped at the door is told to both.
  for (const { document } of [theirs, mine])
    expect(JSON.stringify(document)).toMatch(/"barred_seen".*"person_barred"|"person_barred".*"barred_seen"/)
})

test('staff take nothing along of what they were told about other people', async () => {
  const { document } = await exportOf(app, cast.staff)
  const { rows } = await pool.query(
    'SELECT count(*)::int AS n FROM notices WHERE account_id = $1 AND delivered_at IS NOT NULL',
    [cast.staff.accountId],
  )
  expect(rows).not.toEqual([{ n: 0 }])
  expect(document.notices).toEqual([])
  const theirs = await exportOf(app, cast.adult)
  expect(theirs.document.notices?.length).toBeGreaterThan(0)
})

describe('a place of a child, its wait and what staff wrote of it', () => {
  let [father, mother] = [] as unknown as [Person, Person]
  let child: Placed

  beforeAll(async () => {
    father = await makePerson(app, { name: '李强' })
    mother = await makePerson(app, { name: '周敏' })
    const programme = await makeCareProgramme(app)
    child = await makePlaced(app, programme, { guardians: [father, mother] })
    await verifyLinks(app, child.childId, father, mother)
    const [line, by] = [randomUUID(), cast.staff.accountId]
    const two = [cast.neighbour.accountId, by]
    await pool.query(
      `INSERT INTO lines (id, kind, community_code, programme_id, created_at) VALUES ($1, 'programme', $2, $3, '2026-10-01')`,
      [line, here, programme],
    )
    await pool.query(
      `INSERT INTO line_entries (case_id, state, line_id, party_id, group_id, group_rule, score, sort_score, sort_arrival,
         joined_at, until, ended_at) VALUES ($1, 'confirmed', $2, $3, $1, 'one', 0, 0, 1, '2026-10-01', '2026-12-01', '2026-10-02')`,
      [child.caseId, line, child.childId],
    )
    await pool.query(
      `INSERT INTO line_moves (id, line_id, case_id, from_place, to_place, reason, proposed_by, proposer, proposed_at,
         decided_by, decider, decided_at, approved) VALUES ($1, $2, $3, 2, 1, '孩子家里有困难', $4, '甲', '2026-10-01', $5, '乙',
         '2026-10-02', true)`,
      [randomUUID(), line, child.caseId, ...two],
    )
  })

  const taken = async (who: Person) => {
    app.clock.advance(61)
    const { page, document } = await exportOf(app, who)
    const parts = [document.cases, document.lines, document.moves].map((rows) => rows?.length)
    return { parts, told: ['放学后托管', '孩子家里有困难'].map((text) => page.includes(text)) }
  }
  const all = { parts: [1, 1, 1], told: [true, true] }
  const nothing = { parts: [0, 0, 0], told: [false, false] }
  const guardians = (set: string, who = father) =>
    pool.query(`UPDATE guardians SET ${set} WHERE child_id = $1 AND account_id = $2`, [
      child.childId,
      who.accountId,
    ])

  test('go along with who decides for it, and with nobody whom staff do not know beside another', async () => {
    expect(await taken(father)).toEqual(all)
    await guardians('verified_at = NULL, verified_by = NULL')
    expect(await taken(father)).toEqual(nothing)
    await guardians(`verified_at = '2026-10-01', verified_by = account_id`)
  })

  test('stay here while the child is frozen', async () => {
    const id = randomUUID()
    await pool.query(
      `INSERT INTO child_freezes (id, child_id, what, version, asked_by, asked_at, final_at)
       VALUES ($1, $2, 'erase', 1, $3, $4, $4::timestamptz + interval '3 days')`,
      [id, child.childId, mother.accountId, app.clock.now()],
    )
    expect(await taken(father)).toEqual(nothing)
    await pool.query(`UPDATE child_freezes SET ended_at = now(), outcome = 'taken_back' WHERE id = $1`, [id])
    expect(await taken(father)).toEqual(all)
  })

  test('are nothing to a guardian who was ended, who filed them or not', async () => {
    await guardians('ended_at = now()')
    expect(await taken(father)).toEqual(nothing)
  })
})
