/** A marked adult takes everything along, to read and as data; nothing of anybody else goes with it. */
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { ofChild } from '../../support/children'
import { exportOf, foundIn, makeMarkedAdult, type MarkedAdult } from '../../support/marked-adult'
import { again } from '../../support/ratings'
import { ok } from '../../support/story'
import { wechatEnv, wechatServer } from '../../support/wechat'
import { confirmed, makeDivisions, makePerson } from '../../support/world'

const wechat = await wechatServer()
const app = await testApp(wechatEnv(wechat.base))
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
})
