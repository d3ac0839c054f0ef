/**
 * Somebody is helped who did not ask themselves: one case, for the person served; whoever asked for them hears of it, too, and
 * whoever never signs in is asked by telephone, and goes with what was written down for them.
 */
import { expect, test } from 'vitest'
import type { NeedDetail, Relation } from '../../../bff/contracts/src/need-case'
import { forgetNeeds } from '../../../bff/src/modules/needs/forget'
import { askVisited, chaseSilent } from '../../../bff/src/modules/needs/jobs'
import { codeTo, enter, newPhone, withPhone } from '../../support/accounts'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { finishAllLeaving, isErased } from '../../support/leaving'
import { arrange, askForHelp, coming, needStage, wantedHelp } from '../../support/needs'
import { act, ok } from '../../support/story'
import { together, values } from '../../support/together'
import { elsewhere, localTime, makePerson, type Person } from '../../support/world'

const app = await testApp()
const stage = needStage(app)
const { seenBy, heardBy, decide } = stage

const mother = (phone: string | null = null, relation: Relation = 'parent') => ({
  forWhom: { name: '王桂芳', phone, relation },
})
const file = async (who: Person, body: object) =>
  app.call<NeedDetail>('fileNeed', { body, token: (await fresh(app, who)).token })
const filed = (person: object = { name: '王桂芳', phone: null }) => ({
  ...wantedHelp(),
  ...{ person, way: 'counter' },
})
const readWords = async (who: Person, id: string) =>
  (await app.call('readNeed', { params: { id }, token: (await fresh(app, who)).token })).body
const subjectOf = async (id: string): Promise<string> => {
  const { rows } = await app.database.pool.query<{ id: string }>(
    'SELECT subject_id AS id FROM cases WHERE id = $1',
    [id],
  )
  return rows[0]?.id ?? ''
}
const accounts = async (): Promise<number> =>
  Number((await app.database.pool.query('SELECT count(*) AS n FROM accounts')).rows[0].n)

test('a daughter asks for her mother, hears who comes, and says that it was met', async () => {
  const asked = await askForHelp(app, stage.party, mother('13911112222'))
  expect(asked).toMatchObject({
    readAs: 'party',
    facts: { cameBy: 'family', relation: 'parent', person: '王桂芳' },
    timeline: [{ action: 'request', side: 'party', by: '亲友' }],
  })
  expect(await subjectOf(asked.id)).not.toBe(stage.party.accountId)
  expect(await readWords(stage.staff, asked.id)).toMatchObject({ person: '王桂芳', phone: '13911112222' })
  await ok(arrange(app, stage.staff, asked.id))
  expect(await heardBy(stage.party)).toEqual(['case_answered'])
  app.clock.set(localTime('2026-11-25', 15))
  expect(await askVisited(app.deps)).toBe(1)
  expect(await heardBy(stage.party)).toEqual(['case_answered', 'need_over'])
  // She reads it: staff ask by telephone a day later, as of anybody.
  expect(await chaseSilent(app.deps)).toBe(0)
  await decide('needMet', stage.party, asked.id)
  const seen = await seenBy(stage.party, asked.id)
  expect(seen).toMatchObject({ state: 'met', rating: null })
  expect(seen.timeline.at(-1)).toMatchObject({ action: 'met', by: '亲友' })
})

test('for one person asked for twice there is one account, and each name its own', async () => {
  const first = await askForHelp(app, stage.party, mother())
  const before = await accounts()
  const again = await askForHelp(app, stage.party, { ...mother('13911112222'), help: 'cleaning' })
  expect([await subjectOf(again.id), await accounts()]).toEqual([await subjectOf(first.id), before])
  const father = await askForHelp(app, stage.party, {
    help: 'company',
    forWhom: { name: '李国栋', phone: null, relation: 'parent' },
  })
  expect(await subjectOf(father.id)).not.toBe(await subjectOf(first.id))
})

test('whoever has an account of that name and number finds it there, and can call it off', async () => {
  const own = await withPhone(app, { name: '王桂芳' })
  const { id } = await askForHelp(app, stage.party, mother(own.phone))
  expect(await subjectOf(id)).toBe(own.accountId)
  await ok(arrange(app, stage.staff, id))
  expect([await heardBy(own), await heardBy(stage.party)]).toEqual([['case_answered'], ['case_answered']])
  await decide('cancelNeed', own, id)
  expect(await seenBy(stage.party, id)).toMatchObject({ state: 'cancelled' })
})

test('nobody learns from asking whose number it is: another name is another person', async () => {
  const other = await withPhone(app, { name: '张三丰' })
  const { id, ...rest } = await askForHelp(app, stage.party, mother(other.phone))
  const unknown = await askForHelp(app, stage.party, { ...mother(newPhone()), help: 'cleaning' })
  expect(await subjectOf(id)).not.toBe(other.accountId)
  expect(Object.keys(rest)).toEqual(Object.keys(unknown).filter((key) => key !== 'id'))
  expect((await app.call('getCase', { params: { id }, token: other.token })).status).toBe(404)
  // A number that a resident typed opens nothing, whoever comes with it.
  const phone = newPhone()
  await askForHelp(app, stage.party, { ...mother(phone), help: 'medical' })
  expect(
    await app.database.pool.query('SELECT FROM accounts WHERE phone_hash = $1', [
      app.deps.cipher.lookup('phone', phone),
    ]),
  ).toMatchObject({ rowCount: 0 })
})

test('asked for under their own name and number, it is their own', async () => {
  const own = await withPhone(app, { name: '王桂芳' })
  const asked = await askForHelp(app, own, mother(own.phone))
  expect(asked).toMatchObject({ facts: { cameBy: 'self', relation: null, person: null } })
})

test('what somebody asked for others counts with their own', async () => {
  const most = 5
  for (let n = 0; n < most; n++)
    await askForHelp(app, stage.party, {
      forWhom: { name: `老人${'甲乙丙丁戊'[n] ?? ''}`, phone: null, relation: 'relative' },
    })
  const more = await app.call('requestNeed', { body: wantedHelp(), token: stage.party.token })
  expect(more.problem.code).toBe('needs_open')
})

test('whoever asks in the name of somebody else takes no turn of theirs', async () => {
  const own = await withPhone(app, { name: '王桂芳' })
  for (let n = 0; n < 5; n++) await askForHelp(app, stage.party, mother(own.phone))
  const asked = await askForHelp(app, own)
  expect(asked).toMatchObject({ state: 'open', facts: { cameBy: 'self' } })
  const { id } = await ok(file(stage.staff, filed({ name: '王桂芳', phone: own.phone })))
  expect(await subjectOf(id)).toBe(own.accountId)
})

test('staff write down what is said at the counter; whoever comes with the number and the name finds it', async () => {
  const phone = newPhone()
  const made = await ok(file(stage.staff, filed({ name: '王桂芳', phone })))
  expect(made).toMatchObject({
    readAs: 'staff',
    facts: { cameBy: 'counter', wish: null, person: null },
    timeline: [{ action: 'request', side: 'staff', by: '杨会琼' }],
  })
  expect(await ok(act(app, 'readContact', stage.staff, made.id, { body: undefined }))).toEqual({
    name: '王桂芳',
    phone,
    proxy: null,
  })
  const code = await codeTo(app, phone)
  expect((await enter(app, phone, {}, code)).problem.code).toBe('name_needed')
  expect((await enter(app, phone, { name: '李桂芳' }, code)).problem).toMatchObject({ code: 'name_wrong' })
  const { accessToken, me } = await ok(enter(app, phone, { name: '王桂芳' }, code))
  expect(me.id).toBe(await subjectOf(made.id))
  const mine = await ok(app.call<NeedDetail>('getCase', { params: { id: made.id }, token: accessToken }))
  expect(mine).toMatchObject({ readAs: 'party', facts: { wish: wantedHelp().wish, person: '王桂芳' } })
})

test('whom nobody reads for is asked by telephone as soon as the visit is over', async () => {
  const { id } = await ok(file(stage.staff, { ...filed(), way: 'phone' }))
  await ok(arrange(app, stage.staff, id))
  app.clock.set(localTime('2026-11-25', 15))
  expect([await askVisited(app.deps), await chaseSilent(app.deps)]).toEqual([1, 1])
  expect(await seenBy(stage.staff, id)).toMatchObject({ state: 'unsaid', can: ['told_met', 'told_unmet'] })
  await decide('toldMet', stage.staff, id, { note: '电话里说帮到了' })
})

test('of one who signs in meanwhile nobody is asked before their day', async () => {
  const phone = newPhone()
  const { id } = await ok(file(stage.staff, filed({ name: '王桂芳', phone })))
  await ok(arrange(app, stage.staff, id))
  await ok(enter(app, phone, { name: '王桂芳' }))
  app.clock.set(localTime('2026-11-25', 15))
  expect([await askVisited(app.deps), await chaseSilent(app.deps)]).toEqual([1, 0])
})

test('nobody writes down anything for another community, nor a resident for anybody', async () => {
  expect((await file(stage.staff, { ...filed(), community: elsewhere })).status).toBe(404)
  expect((await file(stage.party, filed())).status).toBe(404)
  const faults = await file(stage.staff, { ...filed({ name: '', phone: '12' }), way: 'letter' })
  expect((faults.problem.errors ?? []).map(({ path }) => path).sort()).toEqual([
    'body.person.name',
    'body.person.phone',
    'body.way',
  ])
})

test('two counters that write down one person in the same moment write one', async () => {
  const [phone, second] = [newPhone(), await makePerson(app, { name: '起丽华', grants: [['staff', '5323']] })]
  const who = [stage.staff, second]
  const made = values(
    await together(2, (n) =>
      app.call<NeedDetail>('fileNeed', {
        body: { ...filed({ name: '王桂芳', phone }), help: n ? 'meal' : 'medical' },
        token: who[n]?.token ?? '',
      }),
    ),
  )
  expect(made.map(({ status }) => status)).toEqual([201, 201])
  const [one, two] = await Promise.all(made.map(({ body }) => subjectOf(body.id)))
  expect(one).toBe(two)
})

test('whoever never signs in goes with the last of what was written down for them', async () => {
  const { id } = await ok(file(stage.staff, filed({ name: '王桂芳', phone: newPhone() })))
  const subject = await subjectOf(id)
  await ok(arrange(app, stage.staff, id, coming()))
  app.clock.set(localTime('2026-11-25', 15))
  await askVisited(app.deps)
  await decide('toldMet', stage.staff, id, { note: '电话里说帮到了' })
  app.clock.set(localTime('2027-05-20', 9))
  await forgetNeeds(app.deps)
  expect(await finishAllLeaving(app)).toBe(0)
  app.clock.set(localTime('2027-05-26', 9))
  await forgetNeeds(app.deps)
  expect(await finishAllLeaving(app)).toBeGreaterThan(0)
  expect(await isErased(app, subject)).toBe(true)
  const left = await app.database.pool.query(
    'SELECT FROM needs WHERE case_id = $1 AND num_nonnulls(person_enc, phone_enc, wish_enc) > 0',
    [id],
  )
  expect(left.rowCount).toBe(0)
  const proofs = await app.database.pool.query(
    'SELECT DISTINCT cause FROM erasure_proofs WHERE about_id = $1',
    [subject],
  )
  expect(proofs.rows).toEqual([{ cause: 'retention' }])
})
