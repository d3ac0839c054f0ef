/** Whatever was booked, decided and cancelled where: the field finds exactly what a plain list of it says. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { CaseSummary } from '../../../bff/contracts/src/cases'
import { monday, testApp } from '../../support/app'
import { act, book, ok } from '../../support/story'
import {
  elsewhere,
  here,
  liftQuota,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  nextDoor,
  type Person,
  wish,
} from '../../support/world'

const app = await testApp()
const places = [here, nextDoor, elsewhere]
/** Two of one name, and one whose name begins another's. */
const people = [
  { name: '周敏', phone: '13800000001' },
  { name: '周·敏', phone: '13800000002' },
  { name: '周敏敏', phone: '13800000003' },
] as const

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})

interface Known {
  id: string
  number: string
  person: number
  place: string
  open: boolean
}
interface Step {
  what: 'book' | 'cancel'
  person: number
  place: number
  which: number
}
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('book' as const, 'book' as const, 'cancel' as const),
  person: fc.nat(people.length - 1),
  place: fc.nat(places.length - 1),
  which: fc.nat(),
})

async function stage() {
  app.clock.set(monday)
  await app.database.pool.query('UPDATE accounts SET phone_enc = NULL, phone_hash = NULL, name_enc = NULL')
  return {
    all: await Promise.all(people.map((one) => makePerson(app, one))),
    rooms: await Promise.all(places.map((community) => makeRoom(app, { community }))),
    township: await makePerson(app, { name: '高', grants: [['staff', here.slice(0, 9)]] }),
    county: await makePerson(app, { name: '罗', grants: [['staff', here.slice(0, 6)]] }),
    neighbour: await makePerson(app, { name: '李', grants: [['staff', nextDoor]] }),
  }
}
type Stage = Awaited<ReturnType<typeof stage>>

async function take(on: Stage, known: Known[], one: Step, hour: number): Promise<void> {
  const place = places[one.place] ?? here
  const who = on.all[one.person]
  if (one.what === 'book' && who) {
    const day = `2026-11-${25 + Math.floor(hour / 6)}`
    const from = 9 + 2 * (hour % 6)
    const body = {
      ...wish(on.rooms[one.place] ?? ''),
      startsAt: localTime(day, from),
      endsAt: localTime(day, from + 1),
    }
    const { id, number } = await book(app, who, body)
    known.push({ id, number, person: one.person, place, open: true })
    return
  }
  const open = known.filter((each) => each.open)
  const chosen = open[one.which % Math.max(1, open.length)]
  if (!chosen) return
  const party = on.all[chosen.person]
  if (!party) return
  await ok(act(app, 'cancelBooking', party, chosen.id, { body: { note: '不办了' } }))
  chosen.open = false
}

async function found(who: Person, division: string, words: string): Promise<string[]> {
  const body = { division, words }
  const answer = await ok(
    app.call<{ found: { cases: CaseSummary[] }[] }>('searchDesk', { body, token: who.token }),
  )
  return answer.found.flatMap(({ cases }) => cases.map(({ id }) => id)).sort()
}

test('by number, telephone and name, in each scope', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const on = await stage()
      const known: Known[] = []
      for (const [n, one] of steps.entries()) await take(on, known, one, n)
      const readers: [Person, string][] = [
        [on.township, here.slice(0, 9)],
        [on.county, here.slice(0, 6)],
        [on.county, here],
        [on.neighbour, nextDoor],
      ]
      for (const [who, division] of readers) {
        const own = known.filter(({ place }) => place.startsWith(division))
        for (const [n, { phone }] of people.entries())
          expect(await found(who, division, phone)).toEqual(
            own
              .filter(({ person }) => person === n)
              .map(({ id }) => id)
              .sort(),
          )
        const named = own.filter(({ person, open }) => person < 2 && open)
        expect(await found(who, division, '周敏')).toEqual(named.map(({ id }) => id).sort())
        for (const { id, number, place } of known)
          expect(await found(who, division, number)).toEqual(place.startsWith(division) ? [id] : [])
      }
    }),
    { numRuns: 12 },
  )
}, 120_000)
