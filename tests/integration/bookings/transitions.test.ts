import { beforeAll, describe, expect, test } from 'vitest'
import { bookingTransitions } from '../../../bff/contracts/src/booking-case'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import type { CaseAction, CaseState } from '../../../bff/contracts/src/case-base'
import type { ProblemCode } from '../../../bff/contracts/src/problems'
import type { Transition } from '../../../bff/contracts/src/transitions'
import { monday, testApp } from '../../support/app'
import { act, book, caseOf, ok } from '../../support/story'
import {
  here,
  liftQuota,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  signIn,
  wish,
} from '../../support/world'

const app = await testApp()
let accounts: Record<'party' | 'decider' | 'colleague', string>

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
  accounts = {
    party: (await makePerson(app)).accountId,
    decider: (await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })).accountId,
    colleague: (await makePerson(app, { name: '普文', grants: [['staff', here]] })).accountId,
  }
})

/** Every decision of the table and its endpoint. `see` and `escalate` have none; what the line does is tested there. */
const endpoints: Partial<Record<CaseAction, EndpointName>> = {
  confirm: 'confirmBooking',
  refuse: 'refuseBooking',
  undo: 'undoDecision',
  ask: 'askSubject',
  supplement: 'supplementBooking',
  cancel: 'cancelBooking',
  complete: 'completeBooking',
  reschedule: 'rescheduleBooking',
  check_in: 'checkInBooking',
  uncheck: 'uncheckBooking',
  release: 'releaseBooking',
  regain: 'regainBooking',
}
/** Thursday is free in each of the rooms. */
const thursday = { startsAt: localTime('2026-11-26', 14), endsAt: localTime('2026-11-26', 16) }
const bodies: Partial<Record<CaseAction, object>> = { reschedule: { ...thursday, note: '说明' } }

/** When somebody acts, who of the staff it is, and which of the table's conditions hold then. */
interface Situation {
  name: string
  at: string
  staff: 'decider' | 'colleague'
  holds: readonly string[]
}

const justNow = new Date(Date.parse(monday) + 1_000).toISOString()
const situations: Situation[] = [
  {
    name: 'a moment after it was decided',
    at: justNow,
    staff: 'decider',
    holds: ['before_start', 'before_end', 'own_decision_fresh', 'replaces_nothing', 'not_there'],
  },
  {
    name: 'a moment after a colleague decided it',
    at: justNow,
    staff: 'colleague',
    holds: ['before_start', 'before_end', 'replaces_nothing', 'not_there'],
  },
  {
    name: 'long before the use',
    at: '2026-11-24T02:00:00Z',
    staff: 'decider',
    holds: ['before_start', 'before_end', 'replaces_nothing', 'not_there'],
  },
  {
    name: 'at the start',
    at: localTime('2026-11-25', 14),
    staff: 'decider',
    holds: ['before_end', 'replaces_nothing', 'not_there', 'door_open'],
  },
  {
    name: 'a quarter after the start',
    at: localTime('2026-11-25', 14.25),
    staff: 'decider',
    holds: ['before_end', 'replaces_nothing', 'not_there', 'door_open', 'waited_for'],
  },
  {
    name: 'at the end',
    at: localTime('2026-11-25', 16),
    staff: 'decider',
    holds: ['after_end', 'replaces_nothing', 'not_there', 'door_open', 'waited_for'],
  },
  {
    name: 'when the cleaning is over',
    at: localTime('2026-11-25', 16.5),
    staff: 'decider',
    holds: ['after_end', 'after_cleaning', 'replaces_nothing', 'not_there', 'door_open', 'waited_for'],
  },
]

const signedIn = (who: keyof typeof accounts) => signIn(app.deps, accounts[who])

/** A booking of Wednesday 14:00–16:00 in a state, every decision taken on Monday by the decider. */
async function bookingIn(state: CaseState): Promise<string> {
  app.clock.set(monday)
  const [party, decider] = [await signedIn('party'), await signedIn('decider')]
  const { id } = await book(app, party, wish(await makeRoom(app)))
  if (state === 'confirmed' || state === 'completed') await ok(act(app, 'confirmBooking', decider, id))
  if (state === 'refused') await ok(act(app, 'refuseBooking', decider, id, { body: { note: '停电' } }))
  if (state === 'cancelled') await ok(act(app, 'cancelBooking', party, id))
  if (state === 'completed') {
    app.clock.set(localTime('2026-11-25', 16))
    await ok(act(app, 'completeBooking', await signedIn('decider'), id))
  }
  // What a line makes is tested with the line; here only that no decision of a booking touches it.
  if (
    state === 'held' ||
    state === 'waiting' ||
    state === 'lapsed' ||
    state === 'replaced' ||
    state === 'missed'
  )
    await app.database.pool.query(`UPDATE cases SET state = $2 WHERE id = $1`, [id, state])
  return id
}

type Side = 'party' | 'staff'

const allowed = (
  from: CaseState,
  action: CaseAction,
  side: Side,
  { holds }: Situation,
): Transition | undefined =>
  bookingTransitions.find(
    (t) =>
      t.from === from &&
      t.action === action &&
      t.side === side &&
      !t.unasked &&
      (t.when ?? []).every((condition) => holds.includes(condition)),
  )

/** What the table says about a refusal: the other side's action, too late to undo, or not now. */
function refusalOf(action: CaseAction, side: Side): ProblemCode {
  if (!bookingTransitions.some((t) => t.action === action && t.side === side)) return 'not_allowed'
  return action === 'undo' ? 'undo_too_late' : 'action_not_open'
}

test('every action of the table has its endpoint here, but for what happens by itself', () => {
  const actions = new Set(bookingTransitions.map((t) => t.action))
  expect([...actions].filter((a) => !endpoints[a]).sort()).toEqual([
    'accept',
    'arrive',
    'decline',
    'escalate',
    'lapse',
    'leave',
    'move',
    'offer',
    'replace',
    'see',
  ])
})

const states = [...new Set(bookingTransitions.flatMap((t) => [t.from, t.to]))]
const cells = states.flatMap((state) => situations.map((situation) => ({ state, situation })))

describe.each(cells)('$state, $situation.name', ({ state, situation }) => {
  test.each(['party', 'staff'] as const)(
    'the %s may do what the table says and what `can` shows',
    async (side) => {
      for (const [action, endpoint] of Object.entries(endpoints) as [CaseAction, EndpointName][]) {
        const id = await bookingIn(state)
        app.clock.set(situation.at)
        const who = await signedIn(side === 'staff' ? situation.staff : 'party')
        const { can } = await caseOf(app, who, id)
        const { status, body, problem } = await act(app, endpoint, who, id, {
          body: bodies[action] ?? { note: '说明' },
        })
        const transition = allowed(state, action, side, situation)
        const said = status === 200 ? body.state : problem.code
        expect([action, said]).toEqual([action, transition?.to ?? refusalOf(action, side)])
        expect([action, can.includes(action)]).toEqual([action, transition !== undefined])
        if (!transition) expect((await caseOf(app, who, id)).state).toBe(state)
      }
    },
  )
})
