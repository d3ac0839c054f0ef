/** The list of a division: by due time, each once, and `mine` is exactly what its reader can act on now. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FollowUpDetail, FollowUpSummary } from '../../../bff/contracts/src/follow-ups'
import { monday, testApp } from '../../support/app'
import {
  bringTo,
  type FollowUpCast,
  followUp,
  fresh,
  makeFollowUpCast,
  rateBadly,
  said,
  step,
} from '../../support/follow-ups'
import { ok } from '../../support/story'
import { elsewhere, here, makeDivisions, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
let cast: FollowUpCast
const ids: Record<string, string> = {}

interface List {
  followUps: FollowUpSummary[]
  counts: { mine: number; overdue: number; open: number }
  next: string | null
}
const list = async (who: Person, query: Record<string, string>): Promise<List> =>
  ok(app.call<List>('listFollowUps', { query, token: (await fresh(app, who)).token }))

async function all(who: Person, query: Record<string, string>): Promise<FollowUpSummary[]> {
  const found: FollowUpSummary[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: List = await list(who, { ...query, ...(cursor && { cursor }) })
    found.push(...page.followUps)
    cursor = page.next
  }
  return found
}

beforeAll(async () => {
  await makeDivisions(app)
  app.clock.set(monday)
  cast = await makeFollowUpCast(app)
  const one = async (name: string, make: (id: string) => Promise<unknown>, wish = {}, who = cast.rater) => {
    app.clock.advance(1)
    ids[name] = (await rateBadly(app, who, wish)).id
    await make(ids[name])
  }
  const to = (state: FollowUpDetail['state'], kind?: 'appeal') => (id: string) =>
    bringTo(app, cast, id, state, kind)
  for (const state of [
    'contacting',
    'rectifying',
    'informing',
    'verdict',
    'reviewing',
    'closed',
    'overturned',
  ] as const)
    await one(state, to(state))
  await one('appealed', to('reviewing', 'appeal'))
  await one('upheld', async (id) => {
    await to('reviewing', 'appeal')(id)
    await ok(step(app, 'review', cast.county, id))
  })
  await one('extended', async (id) => {
    await to('rectifying')(id)
    await ok(step(app, 'extendFollowUp', cast.township, id))
  })
  await one('involved', async () => {}, { decidedBy: cast.township })
  await one('own', async () => {}, {}, cast.unit)
  await one('neighbour', async () => {}, { community: nextDoor })
  await one('far', async () => {}, { community: elsewhere })
  // What the county let lie is the prefecture's.
  await one('escalated', async (id) => {
    await app.database.pool.query(`UPDATE follow_ups SET handled_by = '5323' WHERE case_id = $1`, [id])
  })
  // The morning after, when the unit reads what the rater has done, too.
  app.clock.set('2026-11-24T00:30:00Z')
})

const readers = ['unit', 'grid', 'township', 'county', 'prefecture', 'second', 'supervisor'] as const

test.each(readers)('`mine` of the %s is what has a button, and counts say how many', async (name) => {
  const division =
    name === 'unit' || name === 'grid'
      ? here
      : name === 'township' || name === 'supervisor'
        ? '532301101'
        : '532301'
  const who = cast[name]
  const [open, mine, ended] = await Promise.all(
    ['open', 'mine', 'ended'].map((show) => all(who, { division, show })),
  )
  const details = await Promise.all((open ?? []).map((f) => followUp(app, who, f.id)))
  const withButton = details.filter((d) => d.readAs !== 'rater' && d.can.length > 0).map((d) => d.id)
  expect(mine?.map((f) => f.id)).toEqual(withButton)
  const { counts } = await list(who, { division })
  expect(counts).toEqual({ mine: withButton.length, overdue: 0, open: open?.length })
  expect(ended?.map((f) => f.state).sort()).toEqual(['closed', 'overturned'])
  for (const [n, detail] of details.entries()) expect(detail).toMatchObject(open?.[n] ?? {})
})

test('a division’s list holds what lies below it and nothing else', async () => {
  const of = async (who: Person, division: string) =>
    (await all(who, { division, show: 'open' })).map((f) => f.id)
  const county = await of(cast.county, '532301')
  expect(county).toContain(ids.neighbour)
  expect(county).not.toContain(ids.far)
  expect(await of(cast.prefecture, '5323')).toContain(ids.far)
  expect(await of(cast.unit, here)).not.toContain(ids.neighbour)
  for (const [who, division] of [
    [cast.unit, nextDoor],
    [cast.unit, '532301101'],
    [cast.township, '532301'],
    [cast.supervisor, '532301'],
    [cast.rater, here],
    [cast.stranger, here],
    [cast.away, here],
    [cast.prefecture, '532399'],
  ] as const) {
    const { token } = await fresh(app, who)
    expect((await app.call('listFollowUps', { query: { division }, token })).problem.code).toBe('not_found')
  }
})

describe('many', () => {
  const many = 130
  let who: Person
  beforeAll(async () => {
    app.clock.set('2026-12-01T02:00:00Z')
    who = await makePerson(app, { name: '县二', grants: [['staff', '532329203']] })
    for (let n = 0; n < many; n++) {
      // Several of one minute, so that the order needs more than the due time.
      if (n % 3 === 0) app.clock.advance(1)
      await rateBadly(app, cast.rater, { community: elsewhere })
    }
  }, 120_000)

  test('are paged by due time, each once', async () => {
    const rows = await all(who, { division: '532329203', show: 'open' })
    expect(rows).toHaveLength(many + 1)
    expect(new Set(rows.map((r) => r.id)).size).toBe(many + 1)
    const dues = rows.map((r) => r.dueAt ?? '')
    expect(dues).toEqual([...dues].sort())
  })

  test('a page goes on where it was when its last one has moved', async () => {
    const first = await list(who, { division: '532329203', show: 'mine' })
    const last = first.followUps.at(-1)
    await ok(step(app, 'attemptContact', who, last?.id ?? '', said))
    const next = await list(who, { division: '532329203', show: 'mine', cursor: first.next ?? '' })
    expect(next.followUps.map((f) => f.id)).not.toContain(last?.id)
    expect(first.followUps.length + next.followUps.length).toBe(100)
  })

  test('all are overdue once their day has passed, and the ended stand newest first', async () => {
    app.clock.set('2026-12-03T02:00:00Z')
    const late = await all(who, { division: '532329203', show: 'overdue' })
    expect(late).toHaveLength(many + 1)
    expect(late.every((f) => f.overdue)).toBe(true)
    await app.database.pool.query(
      `WITH c AS (UPDATE cases SET state = 'closed', closed_at = created_at WHERE type = 'follow_up' AND community_code = $1
         RETURNING id)
       UPDATE follow_ups u SET state = 'closed', ended_at = opened_at, verdict = 'satisfied', verdict_at = opened_at
       FROM c WHERE u.case_id = c.id`,
      [elsewhere],
    )
    const ended = await all(who, { division: '532329203', show: 'ended' })
    expect(ended).toHaveLength(many + 1)
    const opened = ended.map((f) => f.openedAt)
    expect(opened).toEqual([...opened].sort().reverse())
  })
})

/** What a row may hold beside what its own state says. */
const mutation = fc.record({
  handler: fc.constantFrom(9, 6, 4),
  extended: fc.boolean(),
  named: fc.boolean(),
  /** Days from now. */
  stop: fc.constantFrom(-1, 20),
  due: fc.constantFrom(null, -2, -0.1, 3),
  opened: fc.constantFrom(-30, -0.1),
  word: fc.constantFrom(-3, -0.05),
})

test('what the list says in SQL is what is said of each row, over generated rows', async () => {
  app.clock.set('2027-01-12T06:00:00Z')
  const { rows } = await app.database.pool.query<{ id: string }>(
    `SELECT case_id AS id FROM follow_ups WHERE community_code = $1`,
    [here],
  )
  let [buttons, late] = [0, 0]
  for (const round of fc.sample(fc.array(mutation, { minLength: rows.length, maxLength: rows.length }), 6)) {
    await mutate(rows.map(({ id }, n) => ({ id, ...round[n] })))
    for (const name of readers) {
      const division =
        name === 'unit' || name === 'grid'
          ? here
          : here.slice(0, name === 'township' || name === 'supervisor' ? 9 : 6)
      const who = cast[name]
      const [open, mine, overdue] = await Promise.all(
        ['open', 'mine', 'overdue'].map((show) => all(who, { division, show })),
      )
      const details = await Promise.all((open ?? []).map((f) => followUp(app, who, f.id)))
      const withButton = details.filter((d) => d.readAs !== 'rater' && d.can.length > 0).map((d) => d.id)
      expect([name, mine?.map((f) => f.id)]).toEqual([name, withButton])
      const isLate = details.filter((d) => d.overdue).map((d) => d.id)
      expect([name, overdue?.map((f) => f.id)]).toEqual([name, isLate])
      buttons += withButton.length
      late += isLate.length
    }
  }
  expect(Math.min(buttons, late)).toBeGreaterThan(10)
})

const mutate = (rows: readonly object[]) =>
  app.database.pool.query(
    `WITH m AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS m (id uuid, handler int, extended boolean, named boolean,
       stop float, due float, opened float, word float)),
     c AS (UPDATE cases c SET due_at = CASE WHEN c.waiting_for = 'staff' THEN $2::timestamptz + m.due * interval '1 day' END
       FROM m WHERE c.id = m.id AND c.closed_at IS NULL)
     UPDATE follow_ups u SET handled_by = left(u.community_code, m.handler),
       opened_at = $2::timestamptz + (m.opened - 1) * interval '1 day',
       rectify_due = $2::timestamptz + (m.opened - 0.5) * interval '1 day',
       stop_at = greatest($2::timestamptz + m.stop * interval '1 day', $2::timestamptz + m.opened * interval '1 day'),
       extended_at = CASE WHEN m.extended THEN $2::timestamptz - interval '1 day' END,
       named_at = CASE WHEN m.named THEN $2::timestamptz - interval '1 day' END,
       verdict_at = CASE WHEN u.verdict IS NOT NULL THEN $2::timestamptz + m.word * interval '1 day' END
     FROM m WHERE m.id = u.case_id`,
    [JSON.stringify(rows), app.clock.now()],
  )
