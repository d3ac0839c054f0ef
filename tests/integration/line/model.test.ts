import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { GroupRule } from '../../../bff/contracts/src/line'
import { monday, testApp } from '../../support/app'
import {
  answerLine,
  giveUp,
  makePlaces,
  setCapacity,
  settlePlaces,
  standingsOf,
  waitForPlaces,
} from '../../support/line'
import { makeDivisions, makePerson, type Person } from '../../support/world'
import { LineModel, type Member } from './model'

const app = await testApp()
let guardian: Person

beforeAll(async () => {
  await makeDivisions(app)
  guardian = await makePerson(app)
})

type Step =
  | { do: 'join'; rule: GroupRule; children: number; score: number }
  | { do: 'accept' | 'decline' | 'leave' | 'giveUp'; pick: number }
  | { do: 'capacity'; to: number }
  | { do: 'advance'; minutes: number }
  | { do: 'settle' }

const pick = fc.nat(1_000)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.oneof(
      fc.record({
        do: fc.constant('join' as const),
        rule: fc.constant('one' as const),
        children: fc.constant(1),
        score: fc.nat(2),
      }),
      fc.record({
        do: fc.constant('join' as const),
        rule: fc.constantFrom('all' as const, 'any' as const),
        children: fc.integer({ min: 2, max: 4 }),
        score: fc.nat(2),
      }),
    ),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constantFrom('accept' as const, 'decline' as const, 'leave' as const, 'giveUp' as const),
      pick,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('capacity' as const), to: fc.nat(6) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('advance' as const),
      // Across every deadline, and once in a while a day in which nothing worked.
      minutes: fc.constantFrom(0.001, 1, 14, 15, 60, 119.999, 120, 121, 720, 1_440),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
)

/** What the model and the real line are made of in one run; names of the model are case ids. */
async function runSteps(steps: readonly Step[], startsInHours: number): Promise<void> {
  app.clock.set(monday)
  const start = new Date(Date.parse(monday) + startsInHours * 3_600_000)
  const programmeId = await makePlaces(app, 3, { startsAt: start })
  const model = new LineModel(Date.parse(monday), 3, start.getTime())
  const first = await waitForPlaces(app, programmeId, { guardian: guardian.accountId, until: start })
  model.join('one', first.caseIds, 0)
  for (const one of steps) {
    await carryOut(one, { model, programmeId, lineId: first.lineId, start })
    await compare(model, programmeId, first.lineId)
  }
}

interface Stage {
  model: LineModel
  programmeId: string
  lineId: string
  start: Date
}

async function carryOut(one: Step, { model, programmeId, lineId, start }: Stage): Promise<void> {
  switch (one.do) {
    case 'join': {
      const wanted = {
        guardian: guardian.accountId,
        rule: one.rule,
        children: one.children,
        score: one.score,
      }
      const { caseIds } = await waitForPlaces(app, programmeId, { ...wanted, until: start })
      return model.join(one.rule, caseIds, one.score)
    }
    case 'capacity': {
      model.capacity = Math.max(one.to, model.taken)
      await setCapacity(app, programmeId, model.capacity)
      return
    }
    case 'advance':
      app.clock.advance(one.minutes)
      model.now = app.clock.now().getTime()
      return
    case 'settle':
      model.settle()
      return settlePlaces(app, lineId)
    case 'giveUp': {
      const who = target(model, one.pick, 'confirmed')
      if (who.state !== 'confirmed') return
      model.giveUp(who)
      return giveUp(app, lineId, who.name)
    }
    default: {
      const who = target(model, one.pick, one.do === 'leave' ? 'waiting' : 'held')
      const expected = model.answer(who, one.do)
      expect(await answerLine(app, guardian.accountId, who.name, one.do)).toBe(expected)
    }
  }
}

/** Mostly somebody to whom it can happen, so that runs get somewhere. */
function target(model: LineModel, n: number, state: Member['state']): Member {
  const able = model.members.filter((m) => m.state === state)
  const from = able.length > 0 && n % 5 !== 0 ? able : model.members
  return from[n % from.length] as Member
}

async function compare(model: LineModel, programmeId: string, lineId: string): Promise<void> {
  const real = await standingsOf(app, lineId)
  expect(real).toEqual(
    model.standings.map((m) => ({
      caseId: m.name,
      state: m.state,
      heldUntil: m.heldUntil === null ? null : new Date(m.heldUntil).toISOString(),
      offers: m.offers,
    })),
  )
  const { rows } = await app.database.pool.query<{ taken: number; capacity: number }>(
    'SELECT taken, capacity FROM programmes WHERE id = $1',
    [programmeId],
  )
  expect(rows[0]).toEqual({ taken: model.taken, capacity: model.capacity })
  expect(model.taken).toBeLessThanOrEqual(model.capacity)
  const states = new Map(real.map((e) => [e.caseId, e.state]))
  for (const group of model.groups.filter((g) => g.rule === 'all')) {
    const offered = group.members.filter((m) => states.get(m.name) === 'held').length
    const waiting = group.members.filter((m) => states.get(m.name) === 'waiting').length
    expect(offered === 0 || waiting === 0).toBe(true)
  }
}

test('through hundreds of random steps the line is what the model says, and siblings never get half', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 40, maxLength: 80, size: 'max' }),
      fc.constantFrom(30, 80, 400),
      runSteps,
    ),
    { numRuns: 10, endOnFailure: true },
  )
  const { rows } = await app.database.pool.query<{ action: string; n: number }>(
    'SELECT action, count(*)::int AS n FROM case_events GROUP BY action',
  )
  for (const action of ['offer', 'lapse', 'accept', 'decline', 'leave'])
    expect(rows.find((row) => row.action === action)?.n).toBeGreaterThan(8)
}, 400_000)
