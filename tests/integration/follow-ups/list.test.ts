/** The list of a division: by due time, each once, and `mine` is exactly what its reader can act on now. */
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { type FollowUpCast, followUp, fresh, rateBadly, said, step } from '../../support/follow-ups'
import { ok } from '../../support/story'
import { elsewhere, here, makePerson, nextDoor, type Person } from '../../support/world'
import { allOf, listOf, makeEveryFollowUp, readers } from './list-stage'

const app = await testApp()
let cast: FollowUpCast
const ids: Record<string, string> = {}

const list = (who: Person, query: Record<string, string>) => listOf(app, who, query)
const all = (who: Person, query: Record<string, string>) => allOf(app, who, query)

beforeAll(async () => {
  const every = await makeEveryFollowUp(app)
  cast = every.cast
  Object.assign(ids, every.ids)
})

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
