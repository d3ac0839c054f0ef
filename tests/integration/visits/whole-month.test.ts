/** A month of 2,000 elders and 60 visitors, over HTTP: the figures equal plain counting, and nobody is forgotten. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { freezeMonths, takeRosters } from '../../../bff/src/modules/visits/jobs'
import type { RecordedVisit } from '../../../bff/contracts/src/visits'
import { testApp } from '../../support/app'
import { ok } from '../../support/story'
import { type Happening, type Month, outcomes, plainCount } from '../../support/visit-model'
import type { Recorded } from '../../support/visits'
import {
  elsewhere,
  here,
  localTime,
  makeDivisions,
  makePerson,
  nextDoor,
  type Person,
  signIn,
} from '../../support/world'

const app = await testApp()
const { pool } = app.database
const communities = [here, nextDoor, elsewhere]
const perCommunity = [800, 700, 500]
const visitors = 20

type Place = { code: string; ids: string[]; people: Person[]; staff: Person; made: Month }
const places: Place[] = []

/** What happens to each: about half are seen, some are away, refuse, leave; a tenth is recorded too late. */
const happeningOf = (elder: number): fc.Arbitrary<Happening> =>
  fc
    .record({
      day: fc.integer({ min: 2, max: 28 }),
      hour: fc.integer({ min: 8, max: 20 }),
      outcome: fc.constantFrom(...outcomes, 'met' as const, 'not_home' as const, 'not_home' as const),
      late: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      corrected: fc.option(fc.constantFrom(...outcomes, 'mistake' as const), { freq: 12 }),
    })
    .map((made) => ({ ...made, elder }))
    // Who is found to have left only afterwards left nobody's month.
    .filter(
      ({ late, outcome, corrected }) =>
        !late || ![outcome, corrected].some((one) => one === 'moved' || one === 'died'),
    )

const isSameInstant = (a: Happening, b: Happening): boolean =>
  a.elder === b.elder && a.day === b.day && a.hour === b.hour

const isLeaving = (outcome: string): boolean => outcome === 'moved' || outcome === 'died'

const monthOf = (elders: number, seed: number): Month => {
  const all = Array.from({ length: elders }, (_, elder) => fc.array(happeningOf(elder), { maxLength: 3 }))
  const [happenings = []] = fc.sample(fc.tuple(...all), { numRuns: 1, seed })
  return {
    elders,
    refusing: Array.from({ length: elders }, (_, n) => n).filter((n) => n % 37 === 0),
    happenings: happenings
      .flat()
      // Of two in one instant nobody can say which was the last.
      .filter((one, n, all) => all.findIndex((other) => isSameInstant(one, other)) === n)
      // Whoever comes back after a mistake is asked anew whether they want to be visited.
      .map((one) => (one.elder % 37 === 0 && isLeaving(one.outcome) ? { ...one, corrected: null } : one)),
  }
}

async function makeElders(
  code: string,
  many: number,
  by: (n: number) => string,
  staff: string,
  refusing: readonly number[],
) {
  const rows = Array.from({ length: many }, (_, n) => {
    const id = randomUUID()
    return {
      id,
      community_code: code,
      household_id: id,
      kind: 'alone',
      name_enc: app.deps.cipher.encrypt('visit_elders.name_enc', id, `老人${n}`),
      visitor_id: by(n),
      state: refusing.includes(n) ? 'refused' : 'active',
      refused_until: refusing.includes(n) ? '2026-12-31' : null,
      since: '2026-10-01',
      listed_on: '2026-10-01',
      created_by: staff,
      created_at: '2026-10-01T00:00:00Z',
    }
  })
  await pool.query(
    'INSERT INTO visit_elders SELECT * FROM jsonb_populate_recordset(NULL::visit_elders, $1::jsonb)',
    [JSON.stringify(rows)],
  )
  return rows.map(({ id }) => id)
}

beforeAll(async () => {
  await makeDivisions(app)
  app.clock.set(localTime('2026-11-01', 1))
  for (const [n, code] of communities.entries()) {
    const many = perCommunity[n] ?? 0
    const people = await Promise.all(
      Array.from({ length: visitors }, () => makePerson(app, { grants: [['grid_worker', code]] })),
    )
    const staff = await makePerson(app, { grants: [['staff', code]] })
    const made = monthOf(many, 20 + n)
    const by = (elder: number): string => people[elder % visitors]?.accountId ?? ''
    const ids = await makeElders(code, many, by, staff.accountId, made.refusing)
    places.push({ code, ids, people, staff, made })
  }
  expect(await takeRosters(app.deps)).toBe(3)
}, 60_000)

const day = (n: number): string => `2026-11-${String(n).padStart(2, '0')}`

/** Every fifth visitor is on leave from the 10th on: the next one stands in. */
const onLeave = (n: number, of: number): boolean => n % 5 === 0 && of >= 10

async function sendDay(place: Place, of: readonly Happening[], on: number): Promise<void> {
  const { ids, people, staff } = place
  const byVisitor = new Map<number, [Happening, RecordedVisit][]>()
  for (const one of of) {
    const own = one.elder % visitors
    const who = onLeave(own, on) ? own + 1 : own
    const visit: RecordedVisit = {
      id: randomUUID(),
      elderId: ids[one.elder] ?? '',
      at: localTime(day(one.day), one.hour),
      way: one.outcome === 'talked' ? 'phone' : 'home',
      outcome: one.outcome,
      note: null,
    }
    byVisitor.set(who, [...(byVisitor.get(who) ?? []), [one, visit]])
  }
  const kept = new Set<string>()
  const sending = [...byVisitor].map(async ([who, sent]) => {
    const { token } = await signIn(app.deps, people[who]?.accountId ?? '')
    const body = { visits: sent.map(([, visit]) => visit) }
    // As a device does that heard no answer: twice, at once.
    const send = () => ok(app.call<Recorded>('recordVisits', { body, token }))
    const [first] = await Promise.all([send(), send()])
    for (const { id, refused } of first.results) if (refused === null) kept.add(id)
  })
  await Promise.all(sending)
  const { token } = await signIn(app.deps, staff.accountId)
  for (const [one, visit] of [...byVisitor.values()].flat())
    if (one.corrected !== null && kept.has(visit.id)) {
      const way = one.corrected === 'met' ? 'home' : 'phone'
      const body = { way, outcome: one.corrected, note: null }
      await ok(app.call('correctVisit', { params: { id: visit.id }, body, token }))
    }
}

/** Everybody who is still to be visited stands on somebody's list. */
async function listsOf({ code, people, staff }: Place): Promise<void> {
  const listed = new Set<string>()
  for (const person of people) {
    const { token } = await signIn(app.deps, person.accountId)
    const { elders } = await ok(app.call<{ elders: { id: string }[] }>('listMyElders', { token }))
    for (const { id } of elders) listed.add(id)
  }
  const { token } = await signIn(app.deps, staff.accountId)
  const { elders } = await ok(
    app.call<{ elders: { id: string }[] }>('listElders', { query: { community: code }, token }),
  )
  expect([...listed].sort()).toEqual(elders.map(({ id }) => id).sort())
}

test('n of N of a whole month', async () => {
  const inTime = places.map(({ made }) => made.happenings.filter(({ late }) => !late))
  for (let on = 2; on <= 28; on++) {
    app.clock.set(localTime(day(on), 21))
    if (on === 10)
      for (const { code, people, staff } of places)
        for (const [n, person] of people.entries())
          if (n % 5 === 0) {
            const { token } = await signIn(app.deps, staff.accountId)
            const cover = people[n + 1]?.accountId
            const body = { community: code, visitor: person.accountId, cover, from: day(10), to: day(30) }
            await ok(app.call('coverVisitor', { body, token }))
          }
    for (const [n, place] of places.entries())
      await sendDay(
        place,
        (inTime[n] ?? []).filter((one) => one.day === on),
        on,
      )
  }
  for (const place of places) await listsOf(place)
  app.clock.set(localTime('2026-12-01', 8))
  for (const place of places)
    await sendDay(
      place,
      place.made.happenings.filter(({ late }) => late),
      28,
    )
  await Promise.all([freezeMonths(app.deps), freezeMonths(app.deps)])
  const { token } = await makePerson(app, { grants: [['supervisor', '5323']] })
  const query = { division: '5323', month: '2026-11' }
  const all = await ok(app.call<{ counts: object; frozenAt: string }>('getVisitFigures', { query, token }))
  const plain = places.map(({ made }) => plainCount(made))
  const sum = (key: keyof (typeof plain)[number]): number => plain.reduce((n, each) => n + each[key], 0)
  for (const [n, { code }] of places.entries()) {
    const one = await ok(
      app.call<{ counts: object }>('getVisitFigures', { query: { ...query, division: code }, token }),
    )
    expect(one.counts).toEqual(plain[n])
  }
  expect(all.counts).toEqual(
    Object.fromEntries(Object.keys(plain[0] ?? {}).map((key) => [key, sum(key as 'seen')])),
  )
  expect(sum('listed') + sum('gone')).toBe(2_000)
  expect(sum('seen')).toBeGreaterThan(300)
  expect(sum('late')).toBeGreaterThan(10)
}, 240_000)
