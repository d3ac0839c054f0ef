/** Every row of the declared table by everybody who stands anywhere in a follow-up: who may, and what the others hear. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import type { CaseAction } from '../../../bff/contracts/src/case-base'
import { type FollowUpRole } from '../../../bff/contracts/src/follow-ups'
import { followUpTransitions } from '../../../bff/contracts/src/follow-up-case'
import type { ProblemCode } from '../../../bff/contracts/src/problems'
import type { Problem } from '../../../bff/src/platform/problem'
import { monday, testApp } from '../../support/app'
import {
  type FollowUpCast,
  followUp,
  makeFollowUpCast,
  rateBadly,
  said,
  step,
  verdict,
} from '../../support/follow-ups'
import { makeDivisions } from '../../support/world'
import { type Cell, cells } from './cells'

const app = await testApp()
let cast: FollowUpCast
beforeAll(async () => {
  await makeDivisions(app)
  cast = await makeFollowUpCast(app)
})

const endpoints: Partial<Record<CaseAction, [EndpointName, object?]>> = {
  attempt: ['attemptContact'],
  contact: ['contactRater'],
  extend: ['extendFollowUp'],
  rectify: ['rectify'],
  return: ['returnToUnit'],
  tell: ['tellRater'],
  appeal: ['appeal'],
  uphold: ['review', { stands: true, ...said }],
  overturn: ['review', { stands: false, ...said }],
  conclude: ['review', { stands: true, ...said }],
  again: ['review', { stands: false, ...said }],
  disclose: ['disclose'],
}
/** A review is asked as what it finds; of what is not reviewed it is neither. */
const asked = (action: CaseAction, cell: Cell): boolean =>
  cell.holds.includes('objected')
    ? action !== 'uphold' && action !== 'overturn'
    : action !== 'conclude' && action !== 'again'

test('every action of the table is asked here, but for the words and the clock', () => {
  const actions = new Set(followUpTransitions.map((t) => t.action))
  expect([...actions].filter((a) => !endpoints[a]).sort()).toEqual([
    'approve',
    'escalate',
    'object',
    'supplement',
  ])
})

const people = ['rater', 'unit', 'grid', 'township', 'county', 'supervisor', 'away', 'stranger'] as const
type Name = (typeof people)[number]

function placeOf(who: Name, { state }: Cell): FollowUpRole | undefined {
  if (who === 'rater') return 'rater'
  if (who === 'unit' || who === 'grid') return 'unit'
  if (who === 'township') return 'handler'
  if (who === 'supervisor') return 'observer'
  // Whoever is above the handler watches, until there is something to review.
  return who === 'county' ? (state === 'reviewing' ? 'reviewer' : 'observer') : undefined
}

const rowFor = (cell: Cell, action: CaseAction, place: FollowUpRole) =>
  followUpTransitions.find(
    (t) =>
      t.from === cell.state &&
      t.action === action &&
      (place === 'rater' ? t.side === 'party' : t.side === 'staff' && t.by === place) &&
      (t.when ?? []).every((condition) => cell.holds.includes(condition)),
  )

/** County staff reviewed in some cells: then they have acted here, and hear that another has to. */
function refusalOf(cell: Cell, action: CaseAction, place: FollowUpRole | undefined): ProblemCode {
  if (!place) return 'not_found'
  const reviewing = ['uphold', 'overturn', 'again', 'conclude'].includes(action)
  if (place === 'handler' && reviewing && cell.state === 'reviewing') return 'second_unit_needed'
  const by = followUpTransitions.find((t) => t.action === action)?.by
  const above = place === 'handler' || place === 'reviewer'
  const theirs = by ? by === place || (above && by !== 'unit') : place === 'rater'
  return theirs ? 'action_not_open' : 'not_allowed'
}

async function made(cell: Cell): Promise<string> {
  app.clock.set(monday)
  const { id } = await rateBadly(app, cast.rater)
  await cell.make({ app, cast }, id)
  return id
}

describe.each(cells)('$state: $name', (cell) => {
  test.each(people)('%s may do what the table says and what `can` shows', async (name) => {
    const [who, place] = [cast[name], placeOf(name, cell)]
    let id = await made(cell)
    const can = place ? (await followUp(app, who, id)).can : []
    for (const [action, [endpoint, body]] of Object.entries(endpoints) as [
      CaseAction,
      [EndpointName, object?],
    ][]) {
      if (!asked(action, cell)) continue
      const { status, body: answer, problem } = await step(app, endpoint, who, id, body)
      const row = place && rowFor(cell, action, place)
      expect([action, status === 200 ? answer.state : problem.code]).toEqual([
        action,
        row?.to ?? refusalOf(cell, action, place),
      ])
      expect([action, can.includes(action)]).toEqual([action, row !== undefined])
      if (row) id = await made(cell)
    }
    expect((await followUp(app, cast.rater, id)).state).toBe(cell.state)
  })

  test('the second verdict is the rater’s, where the table asks for it', async () => {
    let id = await made(cell)
    const said = (name: Name, satisfied: boolean): Promise<string | undefined> =>
      verdict(app, cast[name], id, satisfied).then(
        () => undefined,
        (error: unknown) => (error as Problem).code,
      )
    for (const name of people.filter((p) => p !== 'rater')) expect(await said(name, true)).toBe('not_found')
    for (const satisfied of [true, false]) {
      const row = rowFor(cell, satisfied ? 'approve' : 'object', 'rater')
      expect(await said('rater', satisfied)).toBe(row ? undefined : 'action_not_open')
      expect((await followUp(app, cast.rater, id)).state).toBe(row?.to ?? cell.state)
      if (row) id = await made(cell)
    }
  })
})
