import { readSheet } from 'read-excel-file/node'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { ofChild } from '../../support/children'
import { type Family, goTo, makeFamily, makeProgramme, opening, signUp } from '../../support/programmes'
import { act, ok, set } from '../../support/story'
import { confirmed, here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let staff: Person
let id: string
let placed: Family[]
let waits: Family

const marks = { name: '标记真名', nickname: '小标', birthDate: '2017-03-14', allergies: '标记花生' }

let families = 0
/** Each a child of its own: the mark stands in every name. */
const named = () => ({
  ...marks,
  name: `${marks.name}${[...String(++families)].map((d) => '零一二三四五六七八九'[Number(d)]).join('')}`,
})

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '值班王', grants: [['staff', here]] })
  id = (await makeProgramme(app, staff, { capacity: 4, classes: 2 })).id
  await goTo(app, opening, staff)
  placed = []
  for (let n = 0; n < 4; n++) placed.push(await makeFamily(app, 1, named()))
  waits = await makeFamily(app, 1, { ...named(), nickname: '小等' })
  for (const family of [...placed, waits]) await signUp(app, family, id)
})

interface Entry {
  caseId: string
  nickname: string
  classNo: number | null
  state: string
  position: number | null
}
const roster = async (who: Person): Promise<Entry[]> =>
  (await ok(app.call<{ entries: Entry[] }>('getRoster', { params: { id }, token: who.token }))).entries

const exported = (who: Person, tagged: boolean) =>
  app.call<{ fileName: string; base64: string }>('exportRoster', {
    params: { id },
    body: { tagged },
    token: who.token,
  })

async function sheetOf(tagged: boolean): Promise<unknown[][]> {
  const { base64 } = await ok(exported(tagged ? await confirmed(app, staff) : staff, tagged))
  return (await readSheet(Buffer.from(base64, 'base64'))) as unknown[][]
}

const records = async (family: Family): Promise<unknown[]> => {
  const { records } = await ok(
    ofChild<{ records: unknown[] }>(app, 'listChildAccess', family, family.children[0] ?? ''),
  )
  return records
}

describe('the roster', () => {
  test('is by class, then by place in line, with nothing but what a child is called', async () => {
    const entries = await roster(staff)
    expect(entries.map((e) => [e.nickname, e.classNo, e.state, e.position])).toEqual([
      ['小标', 1, 'confirmed', null],
      ['小标', 1, 'confirmed', null],
      ['小标', 2, 'confirmed', null],
      ['小标', 2, 'confirmed', null],
      ['小等', null, 'waiting', 1],
    ])
    expect(JSON.stringify(entries)).not.toContain(marks.name)
  })

  test('exists for staff of the community only', async () => {
    const supervisor = await makePerson(app, { grants: [['supervisor', here.slice(0, 9)]] })
    for (const who of [placed[0] as Person, supervisor, await makePerson(app)]) {
      expect((await app.call('getRoster', { params: { id }, token: who.token })).problem.code).toBe(
        'not_found',
      )
      expect((await exported(who, true)).problem.code).toBe('not_allowed')
    }
  })
})

describe('moving a child to another class', () => {
  const move = (who: Person, caseId: string, classNo: number) =>
    app.call<Entry>('moveClass', { params: { id: caseId }, body: { classNo }, token: who.token })

  test('is done by staff, within the cap', async () => {
    const [first, second] = (await roster(staff)) as [Entry, Entry]
    expect((await ok(move(staff, first.caseId, 2))).classNo).toBe(2)
    expect((await ok(move(staff, first.caseId, 2))).classNo).toBe(2)
    await set(app, here, 'care_class_cap', 3)
    expect((await move(staff, second.caseId, 2)).problem.code).toBe('class_is_full')
    await set(app, here, 'care_class_cap', 40)
    expect((await move(staff, second.caseId, 3)).problem).toMatchObject({
      code: 'invalid_request',
      errors: [{ path: 'body.classNo' }],
    })
  })

  test('is not for guardians, nor for who waits', async () => {
    const entries = await roster(staff)
    const family = placed[0] as Family
    const mine = await ok(app.call<{ cases: { id: string }[] }>('listMyCases', { token: family.token }))
    expect((await move(family, mine.cases[0]?.id ?? '', 2)).problem.code).toBe('not_allowed')
    expect((await move(staff, entries[4]?.caseId ?? '', 2)).problem.code).toBe('action_not_open')
    expect((await move(await makePerson(app), entries[0]?.caseId ?? '', 2)).problem.code).toBe('not_found')
  })
})

describe('the file', () => {
  test('holds no tagged value and leaves no record, unless asked for', async () => {
    const rows = await sheetOf(false)
    expect(rows[0]).toEqual(['编号', '称呼', '班', '状态', '排队序号'])
    expect(rows).toHaveLength(6)
    const text = JSON.stringify(rows)
    for (const tagged of [marks.name, marks.birthDate, '李桂花', '13711112222', marks.allergies])
      expect(text).not.toContain(tagged)
    expect(await records(placed[0] as Family)).toEqual([])
  })

  test('asked for with names holds those with a place, and every reading is on record for the guardians', async () => {
    const rows = await sheetOf(true)
    expect(rows).toHaveLength(5)
    const text = JSON.stringify(rows)
    for (const tagged of [marks.name, marks.birthDate, '李桂花', '13711112222'])
      expect(text).toContain(tagged)
    expect(text).not.toContain(marks.allergies)
    for (const family of placed)
      expect(await records(family)).toMatchObject([{ reader: '值班王', tags: ['child', 'contact'] }])
    expect(await records(waits)).toEqual([])
    expect(app.logged()).not.toContain(marks.name)
  })
})

test('a child whose consent is taken back leaves, and the next in line is asked', async () => {
  const family = placed[0] as Family
  const body = { version: 1, decision: 'refused' }
  await ok(ofChild(app, 'decideConsent', family, family.children[0] ?? '', { body }))
  const entries = await roster(staff)
  expect(entries.map((e) => e.state).sort()).toEqual(['confirmed', 'confirmed', 'confirmed', 'held'])
  const offered = entries.find((e) => e.state === 'held')
  await ok(act(app, 'acceptOffer', waits, offered?.caseId ?? ''))
  expect((await roster(staff)).map((e) => e.classNo)).toEqual([1, 1, 2, 2])
})
