import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { again, finishedBooking, makeRater, pageFor, rate } from '../../support/ratings'
import { act, book, caseOf, ok } from '../../support/story'
import { here, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
let staff: Person
let party: Person

beforeAll(async () => {
  await makeDivisions(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
})

/** A finished case of a new person, with fresh tokens. */
async function finished() {
  app.clock.set('2026-11-23T02:12:00Z')
  staff = await again(app, staff)
  party = await makeRater(app)
  const { id } = await finishedBooking(app, party, staff)
  party = await again(app, party)
  return id
}

describe('the right to rate', () => {
  test('comes with the end of a case, and lasts thirty days', async () => {
    const id = await finished()
    const { rating } = await caseOf(app, party, id)
    expect(rating).toEqual({ until: '2026-12-25T09:00:00.000Z', rated: false, open: true })
    expect(await ok(pageFor(app, party, id))).toMatchObject({
      state: 'open',
      service: 'booking',
      title: '三楼多功能厅',
      on: '2026-11-25',
      rating: null,
      contactDays: 1,
      rectifyDays: 5,
    })
  })

  test('is not there before, and comes with a refusal once that cannot be taken back', async () => {
    app.clock.set('2026-11-23T02:12:00Z')
    ;[staff, party] = [await again(app, staff), await makeRater(app)]
    const { id } = await book(app, party, wish(await makeRoom(app)))
    expect(await ok(pageFor(app, party, id))).toMatchObject({ state: 'early', until: null })
    expect((await rate(app, party, id)).problem).toMatchObject({ status: 409, code: 'rating_early' })

    await ok(act(app, 'refuseBooking', staff, id, { body: { note: '当天有社区大会' } }))
    expect((await rate(app, party, id)).problem?.code).toBe('rating_early')
    await ok(act(app, 'undoDecision', staff, id))
    expect(await ok(pageFor(app, party, id))).toMatchObject({ state: 'early' })

    await ok(act(app, 'refuseBooking', staff, id, { body: { note: '当天有社区大会' } }))
    app.clock.advance(1)
    expect((await rate(app, party, id, { grade: 'fair' })).status).toBe(201)
  })

  test('a cancelled case has none', async () => {
    app.clock.set('2026-11-23T02:12:00Z')
    party = await makeRater(app)
    const { id } = await book(app, party, wish(await makeRoom(app)))
    await ok(act(app, 'cancelBooking', party, id))
    expect((await rate(app, party, id)).problem?.code).toBe('rating_early')
  })
})

describe('a rating', () => {
  test('is kept as it was given and shown to its giver alone', async () => {
    const id = await finished()
    const said = {
      grade: 'very_satisfied',
      reasons: ['clean', 'friendly'],
      text: '谢谢李师傅，电话13800001234',
      publish: true,
    } as const
    const page = await ok(rate(app, party, id, { ...said, reasons: [...said.reasons] }))
    expect(page).toMatchObject({
      state: 'rated',
      rating: { ...said, textState: 'unchecked', named: false, followUp: null, reply: null },
    })
    const forStaff = await caseOf(app, await again(app, staff), id)
    expect(forStaff.rating).toBeNull()
    expect(JSON.stringify(forStaff)).not.toMatch(/very_satisfied|谢谢/)
    const { rows } = await app.database.pool.query('SELECT * FROM ratings WHERE case_id = $1', [id])
    expect(rows).toMatchObject([
      { rater_id: party.accountId, session_id: party.sessionId, slip_id: null, unprompted: true },
    ])
    expect(JSON.stringify(rows)).not.toMatch(/李师傅|13800001234/)
    expect(app.logged()).not.toMatch(/李师傅|13800001234/)
  })

  test('of the two lower grades opens a follow-up that the rater finds among their matters', async () => {
    const id = await finished()
    const page = await ok(rate(app, party, id, { grade: 'dissatisfied', reasons: ['door_closed'] }))
    const followUp = page.rating?.followUp
    expect(followUp).toMatchObject({ state: 'contacting' })
    expect(await caseOf(app, party, followUp?.id ?? '')).toMatchObject({
      type: 'follow_up',
      title: '三楼多功能厅',
      facts: { ratedId: id, grade: 'dissatisfied', confidential: false },
    })
    const { cases } = await ok(app.call<{ cases: { id: string }[] }>('listMyCases', { token: party.token }))
    expect(cases.map((each) => each.id)).toEqual(expect.arrayContaining([id, followUp?.id]))
  })

  test('the same key gives the first answer again, another key is told that it was rated', async () => {
    const id = await finished()
    const key = 'rated-once-0001'
    const first = await ok(rate(app, party, id, { grade: 'fair' }, key))
    expect(await ok(rate(app, party, id, { grade: 'fair' }, key))).toEqual(first)
    expect((await rate(app, party, id, { grade: 'satisfied' }, key)).problem?.code).toBe(
      'idempotency_key_reused',
    )
    expect((await rate(app, party, id, { grade: 'satisfied' })).problem).toMatchObject({
      status: 409,
      code: 'rating_given',
    })
    expect((await ok(pageFor(app, party, id))).rating?.grade).toBe('fair')
  })
})

test('reasons fit what happened: a refusal was no use, and a use was no refusal', async () => {
  const ended = await finished()
  const used = await ok(pageFor(app, party, ended))
  expect(used.bad).toContain('door_closed')
  expect(used.bad).not.toContain('refused_unfairly')
  app.clock.set('2026-11-23T02:12:00Z')
  ;[staff, party] = [await again(app, staff), await makeRater(app)]
  const { id } = await book(app, party, wish(await makeRoom(app)))
  await ok(act(app, 'refuseBooking', staff, id, { body: { note: '当天有社区大会' } }))
  app.clock.advance(1)
  const refused = await ok(pageFor(app, party, id))
  expect(refused.bad).toContain('refused_unfairly')
  expect(refused.bad).not.toContain('door_closed')
})

describe('what cannot be rated', () => {
  test('an old case: until the last second, and not after it', async () => {
    const [late, tooLate] = [await finished(), await finished()]
    const { rows } = await app.database.pool.query<{ case_id: string; subject_id: string }>(
      'SELECT q.case_id, c.subject_id FROM rating_rights q JOIN cases c ON c.id = q.case_id WHERE case_id = ANY ($1)',
      [[late, tooLate]],
    )
    const rateBy = async (id: string, at: string) => {
      app.clock.set(at)
      const accountId = rows.find((row) => row.case_id === id)?.subject_id ?? ''
      return rate(app, await again(app, { accountId }), id)
    }
    expect((await rateBy(late, '2026-12-25T08:59:59Z')).status).toBe(201)
    expect((await rateBy(tooLate, '2026-12-25T09:00:00Z')).problem).toMatchObject({
      status: 409,
      code: 'rating_over',
    })
  })

  test('somebody else’s case does not exist; staff, supervisor and proxy are told that it is not theirs', async () => {
    const id = await finished()
    const stranger = await makePerson(app)
    const supervisor = await makePerson(app, { grants: [['supervisor', here.slice(0, 9)]] })
    const proxy = await makePerson(app)
    await app.database.pool.query(`UPDATE cases SET actor_id = $2, actor_role = 'proxy' WHERE id = $1`, [
      id,
      proxy.accountId,
    ])
    for (const [who, code] of [
      [stranger, 'not_found'],
      [await again(app, staff), 'rating_not_yours'],
      [supervisor, 'rating_not_yours'],
      [proxy, 'rating_not_yours'],
    ] as const) {
      expect((await rate(app, who, id)).problem?.code).toBe(code)
      expect((await pageFor(app, who, id)).problem?.code).toBe(code)
    }
    expect((await rate(app, party, id)).status).toBe(201)
  })

  test('all faults of what was said are named at once', async () => {
    const id = await finished()
    const { problem } = await rate(app, party, id, {
      grade: 'ok' as 'fair',
      reasons: ['clean', 'clean'],
      text: '好'.repeat(501),
      named: 'yes' as unknown as boolean,
    })
    expect(problem?.status).toBe(422)
    expect(problem?.errors?.map((fault) => fault.path).sort()).toEqual([
      'body.grade',
      'body.named',
      'body.reasons',
      'body.text',
    ])
    const wrong = await rate(app, party, id, { grade: 'satisfied', reasons: ['dirty', 'careful', 'clean'] })
    expect(wrong.problem?.errors?.map((fault) => fault.path)).toEqual(['body.reasons.0', 'body.reasons.1'])
    const old = await rate(app, party, id, { reasonsVersion: '2019-01', reasons: ['clean'] })
    expect(old.problem?.errors).toMatchObject([{ path: 'body.reasonsVersion' }])
    expect((await ok(pageFor(app, party, id))).state).toBe('open')
  })
})
