/** What an adviser and the clock ask does not grow with what there is. */
import pg from 'pg'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { giveOnStranded } from '../../../bff/src/modules/consultations/jobs'
import { testApp } from '../../support/app'
import { ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const county = here.slice(0, 6)
let [adviser, mediator, party] = [{} as Person, {} as Person, {} as Person]

beforeAll(async () => {
  await makeDivisions(app)
  party = await makePerson(app, { name: '李秀英' })
  adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
  mediator = await makePerson(app, { name: '段永红', grants: [['mediator', county]] })
})
afterEach(() => vi.restoreAllMocks())

/** So many more that an adviser has: handed over to the county's mediators, or opened long ago. */
async function make(n: number, state: 'referred' | 'waiting'): Promise<void> {
  await pool.query(
    `WITH made AS (INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
         title, due_at, lapses_at, created_at)
       SELECT gen_random_uuid(), 'BJ-' || $3 || '-' || n, 'consultation', $1, $4, $4, 'self', $3, 'staff', '一件办件', $6,
         CASE WHEN $3 = 'referred' THEN $6::timestamptz END, $6
       FROM generate_series(1 + (SELECT count(*) FROM cases), $2 + (SELECT count(*) FROM cases)) n RETURNING id)
     INSERT INTO consultations (case_id, urgent, unnamed, reach, office_code, handler_id, handler_name, handed_at, opened_at,
       moves_at, parts)
     SELECT id, false, false, 'here', $1, $5, '高正荣', $6, $6, $6, '{question}' FROM made`,
    [here, n, state, party.accountId, adviser.accountId, new Date(app.clock.now().getTime() + 60_000)],
  )
  if (state === 'referred')
    await pool.query(
      `INSERT INTO consultation_referrals (id, case_id, kind, parts, office_code, state, proposed_by, proposed_at, due_at)
       SELECT gen_random_uuid(), id, 'mediation', '{question}', $1, 'sent', $2, $3, lapses_at FROM cases c
       WHERE state = 'referred' AND NOT EXISTS (SELECT FROM consultation_referrals r WHERE r.case_id = c.id)`,
      [county, adviser.accountId, app.clock.now()],
    )
}

interface Asked {
  text: string
  values: unknown[]
}

/** What the service asks of the database meanwhile. */
async function askedBy(work: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = []
  const { query } = pg.Client.prototype
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [first, values = []] = args as [string | Asked, unknown[]?]
    asked.push(
      typeof first === 'string' ? { text: first, values } : { text: first.text, values: first.values },
    )
    return Reflect.apply(query, this, args) as never
  })
  await work()
  vi.restoreAllMocks()
  return asked
}

const look = () => ok(app.call('listHandled', { query: { show: 'handed' }, token: mediator.token }))

test('a look at what is handed over asks as much for 200 as for 5', async () => {
  await make(5, 'referred')
  await look()
  const few = (await askedBy(look)).length
  await make(195, 'referred')
  expect(await look()).toMatchObject({ counts: { handed: 200 } })
  expect((await askedBy(look)).length).toBe(few)
})

test('what nobody opened is looked for among what can move alone', async () => {
  await make(4000, 'waiting')
  await pool.query('ANALYZE')
  const asked = await askedBy(() => giveOnStranded(app.deps))
  const found = asked.find(({ text }) => text.includes('moves_at <='))
  const { rows } = await pool.query(`EXPLAIN ${found?.text ?? ''}`, found?.values)
  expect(JSON.stringify(rows)).toMatch(/(using|on) consultations_moving/)
})
