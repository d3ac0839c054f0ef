/** Two accounts that become one have one registration; what is taken along; what is left once its person has gone. */
import { expect, test } from 'vitest'
import { joinWith, withPhone } from '../../support/accounts'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { finishAllLeaving, isErased, leave, threeDays } from '../../support/leaving'
import { ok } from '../../support/story'
import { together, values } from '../../support/together'
import { makeVolunteer, register, registration, volunteerStage } from '../../support/volunteers'
import { confirmed, type Person } from '../../support/world'

const app = await testApp()
const stage = volunteerStage(app)
const { decide } = stage
const { pool } = app.database

const statesOf = async ({ accountId }: Person) => {
  const { rows } = await pool.query<{ state: string; papers: number }>(
    `SELECT v.state, (SELECT count(*)::int FROM volunteer_papers p WHERE p.case_id = v.case_id) AS papers
     FROM volunteers v WHERE account_id = $1 ORDER BY v.state`,
    [accountId],
  )
  return rows.map(({ state, papers }) => `${state} ${papers}`)
}

const pair = async () => ({
  from: await withPhone(app, { name: '周海涛' }),
  into: await confirmed(app, await withPhone(app, { name: '周海涛' })),
})
const joined = async ({ from, into }: Awaited<ReturnType<typeof pair>>) => {
  await ok(joinWith(app, await confirmed(app, await fresh(app, into)), from.phone))
  return statesOf(into)
}

test.each([
  ['asked', 'asked', ['asked 0', 'cancelled 0']],
  ['verified', 'asked', ['cancelled 0', 'verified 1']],
  ['asked', 'verified', ['cancelled 0', 'verified 1']],
  ['verified', 'verified', ['left 0', 'verified 1']],
])('of %s and %s one stays, with its papers', async (theirs, ours, left) => {
  const both = await pair()
  for (const [who, state] of [
    [both.from, theirs],
    [both.into, ours],
  ] as const) {
    if (state === 'asked') await register(app, who)
    else {
      const id = await makeVolunteer(app, who, stage.staff)
      await decide('addPaper', stage.staff, id, { kind: 'driving', validUntil: '2027-01-31' })
    }
  }
  expect(await joined(both)).toEqual(left)
})

test('papers of two kinds are both kept', async () => {
  const both = await pair()
  for (const [who, kind] of [
    [both.from, 'driving'],
    [both.into, 'vetting'],
  ] as const) {
    const id = await makeVolunteer(app, who, stage.staff)
    await decide('addPaper', stage.staff, id, { kind, validUntil: '2027-01-31' })
  }
  expect(await joined(both)).toEqual(['left 0', 'verified 2'])
})

test('a registration of one of the two stays as it is', async () => {
  const both = await pair()
  await makeVolunteer(app, both.from, stage.staff)
  expect(await joined(both)).toEqual(['verified 0'])
})

test('whoever takes everything along finds it in words', async () => {
  const id = await stage.verified()
  await decide('addPaper', stage.staff, id, { kind: 'first_aid', validUntil: '2027-01-31' })
  const { token } = await confirmed(app, await fresh(app, stage.party))
  const exported = await ok(app.call<object>('exportMe', { token }))
  for (const words of [
    '陪伴聊天',
    '陪看病取药',
    '周三下午',
    '周六上午',
    '本乡镇街道',
    '急救证',
    '社区核实了',
  ])
    expect(JSON.stringify(exported)).toContain(words)
})

test('a volunteer leaves volunteering before they leave altogether; then nothing is left but that they were one', async () => {
  const id = await stage.verified()
  expect((await leave(app, await fresh(app, stage.party))).problem.code).toBe('leaving_not_open')
  await decide('leaveVolunteers', stage.party, id)
  await ok(leave(app, await fresh(app, stage.party)))
  app.clock.advance(threeDays + 1)
  await finishAllLeaving(app)
  expect(await isErased(app, stage.party.accountId)).toBe(true)
  const { rows } = await pool.query('SELECT state, skills, times FROM volunteers WHERE case_id = $1', [id])
  expect(rows).toEqual([{ state: 'left', skills: [], times: [] }])
})

/** The control: what decides is the index and nothing before it. */
test('without its index several registrations are made at once', async () => {
  await pool.query('DROP INDEX volunteers_open_once')
  const answers = values(
    await together(6, () =>
      app.call('registerVolunteer', { body: registration(), token: stage.party.token }),
    ),
  )
  expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(1)
})
