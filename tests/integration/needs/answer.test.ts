/** Whoever asks hears who comes; it is open until they say that they were helped; who it concerns is told, and nobody else reads it. */
import { expect, test } from 'vitest'
import { joinWith, withPhone } from '../../support/accounts'
import { testApp } from '../../support/app'
import { fresh, toldTo } from '../../support/consultations'
import { arrange, askForHelp, coming, needStage, wantedHelp } from '../../support/needs'
import { act, ok } from '../../support/story'
import { together, values } from '../../support/together'
import { confirmed, here, localTime, makePerson } from '../../support/world'

const app = await testApp()
const stage = needStage(app)
const { seenBy, heardBy, decide } = stage

test('who comes and when is arranged, told, and read by its person', async () => {
  const { id, dueAt, can, title } = await askForHelp(app, stage.party, {
    day: '2026-11-25',
    part: 'afternoon',
  })
  // One working day from Monday 10:12.
  expect([dueAt, can, title]).toEqual(['2026-11-24T02:12:00.000Z', ['cancel'], '送饭做饭'])
  await ok(arrange(app, stage.staff, id))
  expect(await heardBy(stage.party)).toEqual(['case_answered'])
  expect(await seenBy(stage.party, id)).toMatchObject({
    state: 'arranged',
    startsAt: '2026-11-25T06:00:00.000Z',
    can: ['cancel'],
    facts: {
      help: 'meal',
      day: '2026-11-25',
      part: 'afternoon',
      helper: '志愿者小赵',
      place: '北门小区 3 栋 402',
    },
  })
  app.clock.set(localTime('2026-11-25', 14))
  expect((await seenBy(stage.party, id)).can).toEqual(['met', 'unmet'])
  expect((await seenBy(stage.staff, id)).can).toEqual(['rearrange', 'reopen', 'told_met', 'told_unmet'])
  await decide('needMet', stage.party, id)
  expect(await seenBy(stage.party, id)).toMatchObject({ state: 'met', can: [] })
})

test('what was not met is open again under its number, with a new day to answer', async () => {
  const { id, number } = await askForHelp(app, stage.party)
  await ok(arrange(app, stage.staff, id))
  app.clock.set(localTime('2026-11-25', 16))
  await decide('needUnmet', stage.party, id, { why: 'nobody_came' })
  expect(await seenBy(stage.staff, id)).toMatchObject({
    number,
    state: 'open',
    startsAt: null,
    dueAt: '2026-11-26T08:00:00.000Z',
    // Who was to come is still to be read, until somebody else is.
    facts: { comesAt: '2026-11-25T06:00:00.000Z' },
  })
  expect(await seenBy(stage.party, id)).toMatchObject({ can: ['cancel'], facts: { helper: '志愿者小赵' } })
  expect((await seenBy(stage.party, id)).timeline.at(-1)).toMatchObject({ action: 'unmet', note: '人没有来' })
})

test('of two who arrange it at once one does, and the other hears that it is arranged', async () => {
  for (let n = 0; n < 5; n++) {
    const { id } = await askForHelp(app, stage.party)
    const answers = values(
      await together(2, (one) => arrange(app, stage.staff, id, { ...coming(9 + n), helper: `志愿者${one}` })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('action_not_open')
    const done = answers.find(({ status }) => status === 200)
    expect((await seenBy(stage.party, id)).facts.helper).toMatch(/^志愿者[01]$/)
    expect(done?.body.state).toBe('arranged')
    await decide('cancelNeed', stage.party, id)
  }
})

test('whoever arranged it hears that it is no longer needed', async () => {
  const { id } = await askForHelp(app, stage.party)
  const other = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  await ok(arrange(app, stage.staff, id))
  await ok(act(app, 'rearrangeNeed', other, id, { body: coming(16) }))
  await decide('cancelNeed', stage.party, id)
  expect(await toldTo(app, other)).toEqual(['need_off'])
  expect(await toldTo(app, stage.staff)).toEqual([])
  const untouched = await askForHelp(app, stage.party)
  await decide('cancelNeed', stage.party, untouched.id)
  expect(await toldTo(app, other)).toEqual(['need_off'])
})

test('where whoever arranged it works there no more, the nearest office hears of it, and no other', async () => {
  const gone = await makePerson(app, { name: '走了的人', grants: [['staff', here]] })
  const prefecture = await makePerson(app, { name: '州办', grants: [['staff', '5323']] })
  const { id } = await askForHelp(app, stage.party)
  await ok(arrange(app, gone, id))
  await app.database.pool.query('UPDATE grants SET revoked_at = now() WHERE account_id = $1', [
    gone.accountId,
  ])
  await decide('cancelNeed', stage.party, id)
  const told = await Promise.all(
    [stage.staff, stage.township, prefecture, gone].map((one) => toldTo(app, one)),
  )
  expect(told).toEqual([['need_off'], [], [], []])
})

test('whoever arranged it hears of it in the account that theirs became part of', async () => {
  const was = await withPhone(app, { name: '杨春梅', grants: [['staff', here]] })
  const into = await confirmed(app, await withPhone(app, { name: '杨春梅' }))
  const { id } = await askForHelp(app, stage.party)
  await ok(arrange(app, was, id))
  await ok(joinWith(app, into, was.phone))
  await decide('cancelNeed', stage.party, id)
  expect([await toldTo(app, into), await toldTo(app, stage.staff)]).toEqual([['need_off'], []])
})

test('a wish for tomorrow is answered before tomorrow, while somebody works', async () => {
  app.clock.set(localTime('2026-11-27', 15))
  const soon = await askForHelp(app, await fresh(app, stage.party), { day: '2026-11-28', part: 'morning' })
  expect(soon.dueAt).toBe('2026-11-27T09:30:00.000Z')
  const later = await askForHelp(app, await fresh(app, stage.party), { day: '2026-12-05' })
  expect(later.dueAt).toBe('2026-11-30T07:00:00.000Z')
  app.clock.set(localTime('2026-11-27', 17))
  const late = await askForHelp(app, await fresh(app, stage.party), { day: '2026-11-28', part: 'morning' })
  expect(late.dueAt).toBe('2026-11-30T09:00:00.000Z')
})

test('staff name nobody in what they write, whoever was to come least of all', async () => {
  const { id } = await askForHelp(app, stage.party)
  await ok(arrange(app, stage.staff, id, { ...coming(), helper: '阿诗玛' }))
  const named = await act(app, 'reopenNeed', stage.staff, id, { body: { note: '阿诗玛来不了' } })
  expect(named.problem.errors).toMatchObject([{ path: 'body.note', code: 'may_name' }])
})

test('whoever was to come cannot: it is open again, and its person hears of it', async () => {
  const { id } = await askForHelp(app, stage.party)
  await ok(arrange(app, stage.staff, id))
  await decide('reopenNeed', stage.staff, id, { note: '原来的人病了，我们另外找' })
  expect(await seenBy(stage.party, id)).toMatchObject({
    state: 'open',
    startsAt: null,
    facts: { helper: '志愿者小赵' },
  })
  expect(await heardBy(stage.party)).toEqual(['case_answered', 'case_answered'])
})

test('what is open again the day before its wish is answered before the wish', async () => {
  const { id } = await askForHelp(app, stage.party, { day: '2026-11-25', part: 'afternoon' })
  await ok(arrange(app, stage.staff, id))
  app.clock.set(localTime('2026-11-24', 17))
  await decide('reopenNeed', stage.staff, id, { note: '原来的人病了，我们另外找' })
  expect((await seenBy(stage.party, id)).dueAt).toBe(localTime('2026-11-25', 12))
  await ok(arrange(app, await fresh(app, stage.staff), id))
  app.clock.set(localTime('2026-11-25', 16))
  await decide('needUnmet', stage.party, id)
  expect((await seenBy(stage.party, id)).dueAt).toBe(localTime('2026-11-26', 16))
})

test('every fault of what is asked or arranged is named', async () => {
  const asked = await app.call('requestNeed', {
    body: { ...wantedHelp(), help: 'money', wish: ' ', part: 'noon' },
    token: stage.party.token,
  })
  expect(asked.problem.errors?.map(({ path }) => path).sort()).toEqual([
    'body.help',
    'body.part',
    'body.wish',
  ])
  const past = await app.call('requestNeed', {
    body: wantedHelp({ day: '2026-11-22' }),
    token: stage.party.token,
  })
  expect(past.problem.errors).toMatchObject([{ path: 'body.day', code: 'day_past' }])
  const { id } = await askForHelp(app, stage.party)
  const wrong = await arrange(app, stage.staff, id, coming(9, '2026-11-20', 8))
  expect(wrong.problem.errors?.map(({ code }) => code)).toEqual(['time_past', 'end_before_start'])
})

test('of many at once as many are taken as one person may have open', async () => {
  const answers = values(
    await together(12, () => app.call('requestNeed', { body: wantedHelp(), token: stage.party.token })),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(5)
  expect(new Set(answers.filter(({ status }) => status !== 201).map(({ problem }) => problem.code))).toEqual(
    new Set(['needs_open']),
  )
})
