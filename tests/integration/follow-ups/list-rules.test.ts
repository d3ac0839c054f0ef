/** What stands twice, in the list's SQL and in the rules of a row, says the same. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { type FollowUpCast, followUp } from '../../support/follow-ups'
import { here } from '../../support/world'
import { allOf, makeEveryFollowUp, readers } from './list-stage'

const app = await testApp()
let cast: FollowUpCast

beforeAll(async () => {
  cast = (await makeEveryFollowUp(app)).cast
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
        ['open', 'mine', 'overdue'].map((show) => allOf(app, who, { division, show })),
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
