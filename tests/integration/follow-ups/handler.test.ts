/** A follow-up lies where somebody may act at once: the nearest division above that has somebody without a hand in it. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { escalateFollowUps } from '../../../bff/src/modules/follow-ups/jobs'
import { behindTheBack } from '../../support/behind'
import { monday, testApp } from '../../support/app'
import {
  type FollowUpCast,
  followUp,
  fresh,
  makeFollowUpCast,
  rateBadly,
  type RatedWish,
  step,
} from '../../support/follow-ups'
import { ok } from '../../support/story'
import { elsewhere, here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let cast: FollowUpCast
beforeAll(async () => {
  await makeDivisions(app)
  cast = await makeFollowUpCast(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  await behindTheBack(pool, 'UPDATE grants SET revoked_at = NULL')
})

const open = async (wish: RatedWish = {}, who = cast.rater) => (await rateBadly(app, who, wish)).id
const handledBy = async (id: string, who = cast.rater) => (await followUp(app, who, id)).handledBy
const leave = (...divisions: string[]) =>
  pool.query(
    'UPDATE grants SET revoked_at = now() WHERE revoked_at IS NULL AND division_code = ANY ($1::text[])',
    [divisions],
  )
const told = async (id: string, kind: string): Promise<string[]> => {
  const { rows } = await pool.query<{ account_id: string }>(
    `SELECT account_id FROM notices n WHERE case_id = $1 AND kind = $2 AND NOT EXISTS (
       SELECT FROM grants g WHERE g.account_id = n.account_id AND length(g.division_code) = 12)`,
    [id, kind],
  )
  return rows.map((r) => r.account_id)
}
const acts = async (id: string, who: Person): Promise<void> => {
  expect(await followUp(app, who, id)).toMatchObject({ readAs: 'handler', can: ['attempt', 'contact'] })
  await ok(step(app, 'contactRater', await fresh(app, who), id))
}

test('where the township has nobody, it is the county’s from the first minute', async () => {
  const id = await open({ community: elsewhere })
  expect(await handledBy(id)).toBe('532329')
  expect(await told(id, 'follow_up_opened')).toEqual([cast.away.accountId])
  await acts(id, cast.away)
})

test('where the only clerk of the township had a hand in it, too; with a second one it is the township’s', async () => {
  const id = await open({ decidedBy: cast.township })
  expect(await handledBy(id)).toBe('532301')
  expect(await told(id, 'follow_up_opened')).toEqual([cast.county.accountId])
  await acts(id, cast.county)
  const colleague = await makePerson(app, { name: '镇二', grants: [['staff', here.slice(0, 9)]] })
  const next = await open({ decidedBy: cast.township })
  expect(await handledBy(next)).toBe(here.slice(0, 9))
  await acts(next, colleague)
  await behindTheBack(pool, 'DELETE FROM grants WHERE account_id = $1', [colleague.accountId])
})

test('whoever rated, or works for the unit as well, does not handle', async () => {
  expect(await handledBy(await open({}, cast.township), cast.township)).toBe('532301')
  await makePerson(app, {
    grants: [
      ['staff', elsewhere],
      ['staff', elsewhere.slice(0, 9)],
    ],
  })
  expect(await handledBy(await open({ community: elsewhere }))).toBe('532329')
})

test('where nobody is anywhere above, it is the township’s', async () => {
  await leave(here.slice(0, 9), '532301', '5323')
  expect(await handledBy(await open())).toBe(here.slice(0, 9))
})

test('what goes up passes over a level at which nobody may act', async () => {
  const id = await open()
  await leave('532301')
  app.clock.set('2026-11-24T02:13:00Z')
  while ((await escalateFollowUps(app.deps)) > 0);
  expect(await followUp(app, cast.rater, id)).toMatchObject({ handledBy: '5323', escalations: 1 })
  expect((await told(id, 'follow_up_escalated')).sort()).toEqual(
    [cast.prefecture.accountId, cast.second.accountId].sort(),
  )
  await acts(id, cast.second)
})
