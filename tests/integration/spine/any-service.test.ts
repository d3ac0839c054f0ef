/** What holds for a service that the spine has never heard of as for those that it was built with. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { escalateOverdue } from '../../../bff/src/modules/cases/clock'
import { unanswered } from '../../../bff/src/modules/cases/clock-store'
import { transitionFor } from '../../../bff/src/modules/cases/rules'
import { closeRatingMonths } from '../../../bff/src/modules/figures/jobs'
import { inviteToRate } from '../../../bff/src/modules/ratings/jobs'
import { withPhone } from '../../support/accounts'
import { monday, testApp } from '../../support/app'
import { makeRater, rate } from '../../support/ratings'
import { visitKind, visitTable } from '../../support/sample-service/kind'
import { askForVisit, decideVisit } from '../../support/sample-service/visits'
import { caseOf, ok } from '../../support/story'
import {
  confirmed,
  here,
  localTime,
  makeDivisions,
  makePerson,
  type Person,
  signIn,
} from '../../support/world'

const app = await testApp({}, 'bare', [visitKind])
const { pool } = app.database
let party: Person
let staff: Person

beforeAll(async () => {
  await makeDivisions(app)
  await pool.query(visitTable)
})
beforeEach(async () => {
  app.clock.set(monday)
  await pool.query('UPDATE cases SET closed_at = created_at, lapses_at = NULL WHERE closed_at IS NULL')
  party = await confirmed(app, await withPhone(app, { name: '李阿芳' }))
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
})

const fresh = (who: Person): Promise<Person> => signIn(app.deps, who.accountId)
const at = (day: string, hour: number): Date => new Date(localTime(day, hour))
const rowOf = async (id: string): Promise<Record<string, unknown>> =>
  (await pool.query<Record<string, unknown>>('SELECT * FROM cases WHERE id = $1', [id])).rows[0] ?? {}
const desk = (query: Record<string, string>) =>
  ok(
    app.call<{ cases: { id: string }[]; next: string | null }>('deskList', {
      query: { division: here, ...query },
      token: staff.token,
    }),
  )

test('a word added to what is finished leaves when it was finished and closed, and who decided', async () => {
  const id = await askForVisit(app, party)
  await decideVisit(app, staff, id, 'visit', { change: { decides: true } })
  const before = await rowOf(id)
  app.clock.advance(3 * 24 * 60)
  await decideVisit(app, party, id, 'thank')
  const after = await rowOf(id)
  for (const column of ['closed_at', 'finished_at', 'decided_at', 'decided_by'])
    expect([column, after[column]]).toEqual([column, before[column]])
})

test('many that wait for their person do not keep the clock from what staff owe', async () => {
  for (let n = 0; n < 50; n++)
    await decideVisit(
      app,
      staff,
      await askForVisit(app, party, { span: [at('2026-11-24', 9), null], dueInHours: 1 }),
      'propose',
    )
  const owed = await askForVisit(app, party, { span: null })
  app.clock.set(localTime('2026-11-25', 9))
  await escalateOverdue(app.deps)
  expect((await rowOf(owed)).escalated_at).not.toBeNull()
})

test('what the clock finds unanswered is what the table says', async () => {
  const times = [null, at('2026-11-23', 11), at('2026-11-23', 14)]
  const now = at('2026-11-23', 12)
  for (const turn of ['staff', 'party', 'nobody'])
    for (const due of times)
      for (const start of times)
        for (const escalated of [null, at('2026-11-23', 11)]) {
          const id = await askForVisit(app, party)
          await pool.query(
            'UPDATE cases SET waiting_for = $2, due_at = $3, starts_at = $4, ends_at = NULL, escalated_at = $5 WHERE id = $1',
            [id, turn, due, start, escalated],
          )
        }
  const found = await unanswered(app.deps.db, ['x_visit/asked'], now, 1_000)
  const { rows } = await pool.query<{
    id: string
    waitingFor: 'staff' | 'party' | 'nobody'
    dueAt: Date | null
    startsAt: Date | null
    escalatedAt: Date | null
  }>(
    `SELECT id, waiting_for AS "waitingFor", due_at AS "dueAt", starts_at AS "startsAt", escalated_at AS "escalatedAt"
     FROM cases WHERE closed_at IS NULL`,
  )
  const rest = { state: 'asked', endsAt: null, lapsesAt: null, decidedBy: null, decidedAt: null }
  const asked = rows.filter((row) =>
    transitionFor(
      { row: { ...rest, ...row }, kind: visitKind, facts: { caseId: row.id } },
      { action: 'escalate', side: 'system' },
      now,
    ),
  )
  expect(asked.length).toBeGreaterThan(5)
  expect(found.map(({ id }) => id).sort()).toEqual(asked.map(({ id }) => id).sort())
})

describe('without a time', () => {
  test('it stands on the desk, also behind the first page', async () => {
    const ids: string[] = []
    for (let n = 0; n < 55; n++) ids.push(await askForVisit(app, party, { dueInHours: null, span: null }))
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { cases: { id: string }[]; next: string | null } = await desk({
        show: 'waiting',
        ...(cursor && { cursor }),
      })
      seen.push(...page.cases.map(({ id }) => id))
      cursor = page.next
    }
    expect(seen.sort()).toEqual(ids.sort())
  })

  test('with a start and no end it stands in the list of its day; what ended at midnight does not', async () => {
    const id = await askForVisit(app, party, { span: [at('2026-11-23', 15), null] })
    await decideVisit(app, staff, id, 'agree')
    const span = [at('2026-11-22', 22), at('2026-11-23', 0)] as const
    const over = await askForVisit(app, party, { span })
    await pool.query(`UPDATE cases SET state = 'agreed', waiting_for = 'nobody' WHERE id = $1`, [over])
    const shown = (await desk({ show: 'today' })).cases.map((one) => one.id)
    expect([shown.includes(id), shown.includes(over)]).toEqual([true, false])
  })
})

test('what staff filed in their office bears their badge, and is not theirs when they have left it', async () => {
  const id = await askForVisit(app, party, { filedBy: staff })
  expect((await caseOf(app, party, id)).timeline[0]).toMatchObject({ side: 'staff', by: '杨会琼' })
  await pool.query('UPDATE grants SET revoked_at = $2 WHERE account_id = $1', [
    staff.accountId,
    app.clock.now(),
  ])
  app.clock.advance(5)
  const gone = await fresh(staff)
  const mine = await ok(app.call<{ cases: unknown[] }>('listMyCases', { token: gone.token }))
  expect(mine.cases).toEqual([])
  expect((await app.call('getCase', { params: { id }, token: gone.token })).status).toBe(404)
  await expect(decideVisit(app, gone, id, 'withdraw')).rejects.toThrow('not_found')
})

test('its cases can be asked for in one’s list', async () => {
  const id = await askForVisit(app, party)
  const query = { type: 'x_visit' }
  const { cases } = await ok(
    app.call<{ cases: { id: string }[] }>('listMyCases', { query, token: party.token }),
  )
  expect(cases.map((one) => one.id)).toEqual([id])
})

test('of a type that nobody knows any more nobody is invited, told the title, or kept from what comes next', async () => {
  const lost = await askForVisit(app, party)
  await decideVisit(app, staff, lost, 'visit')
  for (let n = 0; n < 50; n++) await askForVisit(app, party, { span: [at('2026-11-23', 15), null] })
  await pool.query(`UPDATE cases SET type = 'x_lost', title = '法律咨询' WHERE subject_id = $1`, [
    party.accountId,
  ])
  await pool.query(
    `INSERT INTO notices (id, event_key, account_id, case_id, kind, created_at, deliver_at, delivered_at)
     VALUES (gen_random_uuid(), $1, $2, $3, 'x_lost_told', $4, $4, $4)`,
    [`${lost}/told`, staff.accountId, lost, app.clock.now()],
  )
  const inbox = await ok(app.call('listNotices', { token: staff.token }))
  expect(JSON.stringify(inbox)).not.toContain('法律咨询')
  const next = await askForVisit(app, party)
  const home = await ok(
    app.call<{ next: { id: string } | null }>('getHome', { params: { community: here }, token: party.token }),
  )
  expect(home.next?.id).toBe(next)
  app.clock.advance(4 * 24 * 60)
  await inviteToRate(app.deps)
  const { rows } = await pool.query(
    `SELECT kind FROM notices WHERE case_id = $1 AND kind = 'rating_invited'`,
    [lost],
  )
  expect(rows).toEqual([])
})

test('what is rated of it is published with all others', async () => {
  app.clock.set(monday)
  for (let n = 0; n < 10; n++) {
    const who = await makeRater(app)
    const id = await askForVisit(app, who)
    await decideVisit(app, staff, id, 'visit')
    app.clock.set(new Date(app.clock.now().getTime() + 1_000))
    await ok(rate(app, await fresh(who), id))
  }
  app.clock.set('2026-12-02T02:00:00Z')
  expect(await closeRatingMonths(app.deps)).toBe(1)
  const { rows } = await pool.query(`SELECT 1 FROM rating_published WHERE service = 'x_visit' AND rated > 0`)
  expect(rows.length).toBeGreaterThan(0)
})
