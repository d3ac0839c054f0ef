import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import {
  clock,
  makeCareProgramme,
  makeCarer,
  makeCareSession,
  makeDoorCode,
  makeDoorPerson,
  makeDuty,
  makePlaced,
  moveTo,
  type Placed,
  tomorrow,
} from '../../support/care'
import { childrenSeen, dayOf, sayOne } from '../../support/care-day'
import { linkOf } from '../../support/care-guardians'
import { elsewhere, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const yesterday = '2026-11-22'
let lastPhone = 13_900_000_000
let [programme, session] = ['', '']
let carer: Person
let mother: Person
let mine: Placed
let neighbour: Placed

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  await moveTo(app, clock('16:40'))
  programme = await makeCareProgramme(app)
  session = await makeCareSession(app, programme)
  carer = await makeCarer(app, '王老师')
  await makeDuty(app, programme, carer, { leader: true })
  mother = await makePerson(app, { name: '李梅', phone: String(++lastPhone) })
  mine = await makePlaced(app, programme, { name: '李小满', guardians: [mother], allergies: '花生过敏' })
  neighbour = await makePlaced(app, programme, { name: '隔壁班的孩子', classNo: 2 })
})

interface Access {
  tag: string
  reader_name: string
  case_id: string
}
async function accessOf({ childId }: Placed): Promise<Access[]> {
  const { rows } = await app.database.pool.query<Access>(
    'SELECT tag, reader_name, case_id FROM access_records WHERE child_id = $1 ORDER BY at, tag',
    [childId],
  )
  return rows
}

test('shows the class of the duty with all that is needed at the door', async () => {
  const listed = await makeDoorPerson(app, mine.childId)
  const later = await makeDoorPerson(app, mine.childId, { name: '明天才来的人', from: tomorrow })
  const barred = await makeDoorPerson(app, mine.childId, { kind: 'barred', name: '刘某某' })
  await makeDoorCode(app, mine.childId)
  await makeDoorCode(app, mine.childId, { day: tomorrow, code: '271828', name: '明天的代接人' })
  const day = await dayOf(app, carer)
  expect(day.carer).toBe('王老师')
  expect(day.sessions).toHaveLength(1)
  expect(day.sessions[0]).toMatchObject({ id: session, classNo: 1, leader: true, place: '儿童之家' })
  expect(day.sessions[0]?.children).toEqual([
    {
      childId: mine.childId,
      caseId: mine.caseId,
      name: '李小满',
      classNo: 1,
      mark: 'expected',
      markedAt: null,
      markId: null,
      differ: null,
      absenceReported: false,
      missing: true,
      lateMinutes: null,
      allergies: '花生过敏',
      medication: null,
      healthNotes: [],
      notes: [],
      guardians: [
        {
          id: await linkOf(app, mine.childId, mother),
          name: '李梅',
          relation: 'mother',
          phone: expect.stringMatching(/^139/),
          verified: true,
          barredAs: null,
        },
      ],
      emergencyContacts: [{ name: '李桂花', phone: '13711112222', relation: 'grandparent' }],
      pickupPeople: [{ id: listed, name: '外婆赵秀英', relation: 'grandparent' }],
      barredPeople: [{ id: barred, name: '刘某某' }],
      delegate: { name: '邻居周师傅', relation: 'other' },
      release: null,
    },
  ])
  expect(JSON.stringify(day)).not.toContain(later)
})

describe('never shows', () => {
  test('a child of another class, of another community, or without a place', async () => {
    const far = await makeCareProgramme(app, { community: elsewhere })
    await makeCareSession(app, far)
    await makePlaced(app, far)
    for (const state of ['waiting', 'held', 'cancelled', 'entered', 'lapsed'])
      await makePlaced(app, programme, { state })
    expect((await childrenSeen(app, carer)).map((c) => c.childId)).toEqual([mine.childId])
    expect(await accessOf(neighbour)).toEqual([])
  })

  test('another day: neither its sessions nor what was written in them', async () => {
    const before = await makeCareSession(app, programme, { day: yesterday })
    const after = await makeCareSession(app, programme, { day: tomorrow })
    await app.database.pool.query(
      `INSERT INTO care_records (id, session_id, case_id, child_id, kind, at, received_at, by_id, by_name)
       VALUES (gen_random_uuid(), $1, $2, $3, 'present', $4, $4, $5, '王老师')`,
      [before, mine.caseId, mine.childId, clock('16:40', yesterday), carer.accountId],
    )
    const day = await dayOf(app, carer)
    expect(day.sessions.map((s) => s.id)).toEqual([session])
    expect(day.sessions[0]?.children[0]?.mark).toBe('expected')
    expect(JSON.stringify(day)).not.toContain(before)
    expect(JSON.stringify(day)).not.toContain(after)
  })

  test('a list before half an hour to the start, or after two hours past the end', async () => {
    for (const [time, seen] of [
      ['15:59:59', 0],
      ['16:00', 1],
      ['20:30', 1],
      ['20:30:01', 0],
    ] as const) {
      await moveTo(app, clock(time), carer)
      expect({ time, seen: (await childrenSeen(app, carer)).length }).toEqual({ time, seen })
    }
  })
})

describe('what was read', () => {
  test('is on record for each child and tag, with the matter that justifies it, once a minute', async () => {
    await dayOf(app, carer)
    await dayOf(app, carer)
    const once = (['child', 'contact', 'health'] as const).map((tag) => ({
      tag,
      reader_name: '王老师',
      case_id: mine.caseId,
    }))
    expect(await accessOf(mine)).toEqual(once)
    app.clock.advance(1)
    await dayOf(app, carer)
    expect(await accessOf(mine)).toHaveLength(6)
  })

  test('is seen by the guardians', async () => {
    await dayOf(app, carer)
    const { body } = await app.call<{ records: object[] }>('listChildAccess', {
      params: { id: mine.childId },
      token: mother.token,
    })
    // One row a look, however much was read by it; and what for, by its name.
    expect(body.records).toEqual([
      {
        at: expect.any(String),
        reader: '王老师',
        tags: ['child', 'contact', 'health'],
        about: expect.stringMatching(/./),
      },
    ])
  })
})

test('what was written of today is seen by everybody on duty in the class, and by nobody else', async () => {
  const [second, far] = [await makeCarer(app, '李老师'), await makeCarer(app, '二班老师')]
  await makeDuty(app, programme, second)
  await makeDuty(app, programme, far, { classNo: 2 })
  const about = { sessionId: session, childId: mine.childId }
  await sayOne(app, carer, { kind: 'health', ...about, text: '午饭后有点咳嗽' })
  await sayOne(app, carer, { kind: 'incident', ...about, text: '膝盖擦伤' })
  const [seen] = await childrenSeen(app, second)
  expect(seen?.notes).toEqual([{ kind: 'incident', at: clock('16:40'), by: '王老师', text: '膝盖擦伤' }])
  expect(seen?.healthNotes).toEqual([{ at: clock('16:40'), by: '王老师', text: '午饭后有点咳嗽' }])
  expect(JSON.stringify(await dayOf(app, far))).not.toMatch(/咳嗽|擦伤/)
})

test('a carer with two classes and two sessions sees each apart', async () => {
  await makeDuty(app, programme, carer, { classNo: 2 })
  const second = await makeCareSession(app, programme, { from: 18.75, to: 20 })
  await moveTo(app, clock('18:20'), carer)
  const day = await dayOf(app, carer)
  expect(day.sessions.map((s) => [s.id, s.classNo, s.leader, s.children.map((c) => c.childId)])).toEqual([
    [session, 1, true, [mine.childId]],
    [session, 2, false, [neighbour.childId]],
    [second, 1, true, [mine.childId]],
    [second, 2, false, [neighbour.childId]],
  ])
  expect(await accessOf(mine)).toHaveLength(3)
})

test('a child of the last session is on the list until it is home, though its case is completed', async () => {
  await app.database.pool.query(`UPDATE cases SET state = 'completed' WHERE id = $1`, [mine.caseId])
  expect(await childrenSeen(app, carer)).toHaveLength(1)
})

test('a child that was erased is on no list', async () => {
  await app.database.pool.query(
    `UPDATE children SET profile_enc = NULL, health_enc = NULL, contacts_enc = NULL, circumstances_enc = NULL,
       erased_at = now() WHERE id = $1`,
    [mine.childId],
  )
  expect(await childrenSeen(app, carer)).toEqual([])
})
