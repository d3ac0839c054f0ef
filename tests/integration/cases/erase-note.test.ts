import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { act, book, caseOf, ok } from '../../support/story'
import { together } from '../../support/together'
import { here, liftQuota, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const [question, answer] = ['家里老人有高血压，请她来吗', '我妈妈电话 13800001111']
let party: Person
let asker: Person
let staff: Person
let id: string

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  party = await makePerson(app)
  asker = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  // The unit above reaches all below it, so that where one person works alone there is a second.
  staff = await makePerson(app, { name: '李文', grants: [['staff', here.slice(0, 9)]] })
  id = (await book(app, party, wish(await makeRoom(app)))).id
  await ok(act(app, 'askSubject', asker, id, { body: { note: question } }))
  await ok(act(app, 'supplementBooking', party, id, { body: { note: answer } }))
})

const placeOf = async (note: string) => {
  const { timeline } = await caseOf(app, staff, id)
  const place = timeline.findIndex((event) => event.note === note)
  return { place, at: timeline[place]?.at }
}
const erase = async (who: Person, note: string) =>
  act(app, 'eraseNote', who, id, { body: await placeOf(note) })
const notes = async (who: Person) =>
  (await caseOf(app, who, id)).timeline.flatMap(({ note }) => (note === null ? [] : [note]))
const proofs = async () =>
  (await pool.query('SELECT tag, cause, fields FROM erasure_proofs WHERE about_id = $1', [id])).rows

describe('words of a timeline', () => {
  test('go for every reader; that there was an event stays, with who had them erased, a proof and a record', async () => {
    const before = (await caseOf(app, party, id)).timeline
    const after = await ok(erase(staff, question))
    expect(after.timeline.slice(0, before.length).map(({ at, action, by }) => [at, action, by])).toEqual(
      before.map(({ at, action, by }) => [at, action, by]),
    )
    expect(after.timeline.at(-1)).toMatchObject({ action: 'erase', side: 'staff', by: '李文', note: null })
    for (const who of [party, asker, staff]) expect(await notes(who)).toEqual([answer])
    expect(await proofs()).toEqual([{ tag: 'contact', cause: 'asked', fields: 1 }])
    const { records } = await ok(
      app.call<{ records: { reader: string; tag: string }[] }>('listAccessRecords', { token: party.token }),
    )
    expect(records).toMatchObject([{ reader: '李文', tag: 'contact', caseId: id }])
    const { rows } = await pool.query('SELECT FROM case_events WHERE note IN ($1) AND case_id = $2', [
      question,
      id,
    ])
    expect(rows).toEqual([])
  })

  test('go by their writer, of staff by another than their writer, and by nobody else', async () => {
    const code = async (who: Person, note: string) => (await erase(who, note)).problem.code
    const neighbour = await makePerson(app, { grants: [['staff', '532301101002']] })
    const supervisor = await makePerson(app, { grants: [['supervisor', here]] })
    expect(await code(asker, question)).toBe('second_person_needed')
    expect(await code(party, question)).toBe('not_allowed')
    expect(await code(supervisor, question)).toBe('not_allowed')
    for (const who of [neighbour, await makePerson(app)]) expect(await code(who, question)).toBe('not_found')
    expect(await notes(party)).toEqual([question, answer])
    const offered = async (who: Person) =>
      (await caseOf(app, who, id)).timeline.filter((each) => each.canErase).map(({ note }) => note)
    expect(await offered(party)).toEqual([answer])
    expect(await offered(asker)).toEqual([answer])
    expect(await offered(staff)).toEqual([question, answer])
    expect(await offered(supervisor)).toEqual([])
    await ok(erase(party, answer))
    expect((await caseOf(app, staff, id)).timeline.at(-1)).toMatchObject({ side: 'party', by: null })
    expect(await notes(staff)).toEqual([question])
  })

  test('are not those of another event than the one that was shown', async () => {
    const { place, at } = await placeOf(question)
    for (const body of [
      { place, at: '2026-11-23T00:00:00.000Z' },
      { place: place + 50, at },
    ])
      expect((await act(app, 'eraseNote', staff, id, { body })).problem.code).toBe('case_changed')
    expect(await notes(staff)).toEqual([question, answer])
  })

  test('are erased once, by however many at the same moment, while others read them', async () => {
    const body = await placeOf(question)
    const second = await makePerson(app, { grants: [['staff', here]] })
    const done = new Set<number>()
    const answers = await together(9, async (n) => {
      if (n % 3 === 2) return notes(party)
      await ok(act(app, 'eraseNote', n % 3 === 0 ? staff : second, id, { body }))
      done.add(n)
      return notes(party)
    })
    for (const each of answers) {
      if (each.status === 'rejected') throw each.reason
      expect([[question, answer], [answer]]).toContainEqual(each.value)
    }
    // Whoever was told that they are gone reads them no more, nor does anybody after.
    expect(
      answers.flatMap((each, n) => (done.has(n) && each.status === 'fulfilled' ? each.value : [])),
    ).not.toContain(question)
    expect(await proofs()).toHaveLength(1)
    expect((await caseOf(app, party, id)).timeline.filter(({ action }) => action === 'erase')).toHaveLength(1)
  })

  test('are otherwise as unchangeable as before', async () => {
    await ok(erase(staff, question))
    for (const change of [
      "UPDATE case_events SET note = 'x'",
      'UPDATE case_events SET note = NULL',
      'DELETE FROM case_events',
    ])
      await expect(pool.query(`${change} WHERE case_id = $1`, [id])).rejects.toThrow('append-only')
  })
})
