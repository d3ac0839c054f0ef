/** A follow-up in every state and of every kind, the morning after, when the unit reads what the rater has done, too. */
import type { FollowUpDetail, FollowUpSummary } from '../../../bff/contracts/src/follow-ups'
import { monday, type TestApp } from '../../support/app'
import {
  bringTo,
  type FollowUpCast,
  fresh,
  makeFollowUpCast,
  rateBadly,
  step,
} from '../../support/follow-ups'
import { ok } from '../../support/story'
import { elsewhere, makeDivisions, nextDoor, type Person } from '../../support/world'

export interface List {
  followUps: FollowUpSummary[]
  counts: { mine: number; overdue: number; open: number }
  next: string | null
}

export const listOf = async (app: TestApp, who: Person, query: Record<string, string>): Promise<List> =>
  ok(app.call<List>('listFollowUps', { query, token: (await fresh(app, who)).token }))

/** Every page of it. */
export async function allOf(
  app: TestApp,
  who: Person,
  query: Record<string, string>,
): Promise<FollowUpSummary[]> {
  const found: FollowUpSummary[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: List = await listOf(app, who, { ...query, ...(cursor && { cursor }) })
    found.push(...page.followUps)
    cursor = page.next
  }
  return found
}

export const readers = ['unit', 'grid', 'township', 'county', 'prefecture', 'second', 'supervisor'] as const

/** @returns who is in it, and each follow-up's id by what it is */
export async function makeEveryFollowUp(
  app: TestApp,
): Promise<{ cast: FollowUpCast; ids: Record<string, string> }> {
  const ids: Record<string, string> = {}
  await makeDivisions(app)
  app.clock.set(monday)
  const cast = await makeFollowUpCast(app)
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
  app.clock.set('2026-11-24T00:30:00Z')
  return { cast, ids }
}
