/** Who is seen, who presses, and how it is counted, against plain counting of thousands of made-up months. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  byPressing,
  countsOf,
  firstOf,
  isLate,
  lastOf,
  monthBefore,
  monthOf,
  refusalOf,
  type RosterGroup,
  type StandingVisit,
  standingOf,
  urgentBy,
} from '../../../bff/src/modules/visits/rules'
import { hoursOf, inOrder, type Month, month, plainCount, plainUrgent } from '../../support/visit-model'

const runs = { numRuns: 5_000 }
const start = Date.parse('2026-11-01T00:00:00+08:00')
const at = (hours: number): Date => new Date(start + hours * 3_600_000)

/** What the database says of each elder, in groups of one, by the rules of the roster. */
function factsOf({ elders, refusing, happenings }: Month): RosterGroup[] {
  return Array.from({ length: elders }, (_, elder) => {
    const own = inOrder(happenings.filter((one) => one.elder === elder)).map((one) => ({
      late: one.late,
      said: one.corrected ?? one.outcome,
    }))
    const standing = own.filter(({ said }) => said !== 'mistake')
    const inTime = standing.filter(({ late }) => !late)
    const sight = (all: typeof own): boolean => all.some(({ said }) => said === 'met' || said === 'talked')
    return {
      gone: inTime.some(({ said }) => said === 'moved' || said === 'died'),
      seen: sight(inTime),
      seenNow: sight(standing),
      last: inTime.at(-1)?.said ?? null,
      refusing: refusing.includes(elder),
      n: 1,
    }
  })
}

describe('n of N', () => {
  test('equals a plain recomputation, and nobody is forgotten', () => {
    fc.assert(
      fc.property(month, (made) => {
        const counted = countsOf(factsOf(made))
        expect(counted).toEqual(plainCount(made))
        expect(counted.listed + counted.gone).toBe(made.elders)
        expect(counted.seen + counted.hospital + counted.refused + counted.unseen).toBe(counted.listed)
      }),
      runs,
    )
  })

  test('does not depend on how those alike are grouped', () => {
    fc.assert(
      fc.property(month, (made) => {
        const facts = factsOf(made)
        const grouped = new Map<string, RosterGroup>()
        for (const fact of facts) {
          const key = JSON.stringify(fact)
          grouped.set(key, { ...fact, n: (grouped.get(key)?.n ?? 0) + 1 })
        }
        expect(countsOf([...grouped.values()])).toEqual(countsOf(facts))
      }),
      runs,
    )
  })

  test.each([
    [{ seen: true, last: 'hospital', refusing: true }, 'seen'],
    [{ seen: false, last: 'hospital', refusing: false }, 'hospital'],
    [{ seen: false, last: 'refused', refusing: false }, 'refused'],
    [{ seen: false, last: null, refusing: true }, 'refused'],
    [{ seen: false, last: 'not_home', refusing: false }, 'due'],
    [{ seen: false, last: null, refusing: false }, 'due'],
  ] as const)('%o is %s', (fact, standing) => expect(standingOf(fact)).toBe(standing))
})

describe('two doors that stay shut', () => {
  test('press as plain looking says', () => {
    fc.assert(
      fc.property(month, ({ elders, happenings }) => {
        for (let elder = 0; elder < elders; elder++) {
          const times = new Set<number>()
          const own = inOrder(happenings.filter((one) => one.elder === elder)).flatMap((one) => {
            const hours = hoursOf(one)
            if (times.has(hours)) return []
            times.add(hours)
            return [{ at: hours, said: one.outcome }]
          })
          const visits = own.map((one, n) => ({ id: String(n), at: at(one.at), outcome: one.said }))
          expect(urgentBy(visits) !== undefined).toBe(plainUrgent(own))
        }
      }),
      runs,
    )
  })

  const shut = (hours: number): StandingVisit => ({
    id: String(hours),
    at: at(hours),
    outcome: 'not_home',
  })

  test.each<[string, StandingVisit[], string | undefined]>([
    ['48 hours apart', [shut(0), shut(48)], '48'],
    ['a minute more', [shut(0), shut(48 + 1 / 60)], undefined],
    ['seen between', [shut(0), { id: 'x', at: at(5), outcome: 'talked' }, shut(9)], undefined],
    ['known afterwards', [shut(0), shut(9), { id: 'x', at: at(10), outcome: 'hospital' }], undefined],
    ['a third time', [shut(0), shut(9), shut(20)], '9'],
  ])('%s', (_, visits, by) => expect(urgentBy(visits)?.id).toBe(by))
})

describe('months of Shanghai', () => {
  test.each([
    ['2026-10-31T15:59:59Z', '2026-10'],
    ['2026-10-31T16:00:00Z', '2026-11'],
    ['2026-12-31T16:00:00Z', '2027-01'],
  ])('%s lies in %s', (instant, name) => expect(monthOf(new Date(instant))).toBe(name))

  test('have a first and a last day, and a month before', () => {
    expect([firstOf('2027-02'), lastOf('2027-02'), monthBefore('2027-01')]).toEqual([
      '2027-02-01',
      '2027-02-28',
      '2026-12',
    ])
    for (const name of ['2026-01', '2026-04', '2028-02', '2026-12'])
      expect([monthBefore(name) < name, lastOf(name).slice(0, 7)]).toEqual([true, name])
  })

  test('what is recorded when its month is over is late, whether or not it is frozen yet', () => {
    const [before, after] = [new Date('2026-11-30T15:59:59Z'), new Date('2026-11-30T16:00:00Z')]
    expect([isLate('2026-11', false, before), isLate('2026-11', false, after)]).toEqual([false, true])
    expect(isLate('2026-11', true, before)).toBe(true)
  })
})

describe('a visit is not kept', () => {
  const now = new Date('2026-11-23T02:00:00Z')
  const active = { state: 'active', since: '2026-10-01' }
  test.each([
    ['2026-11-23T02:04:00Z', active, undefined],
    ['2026-11-23T02:06:00Z', active, 'in_future'],
    ['2026-09-30T15:00:00Z', active, 'too_old'],
    ['2026-10-01T01:00:00Z', active, undefined],
    ['2026-11-20T02:00:00Z', { state: 'died', since: '2026-11-20' }, undefined],
    ['2026-11-21T02:00:00Z', { state: 'died', since: '2026-11-20' }, 'elder_left'],
  ])('%s of somebody %o: %s', (when, elder, refusal) =>
    expect(refusalOf(new Date(when), elder, now)).toBe(refusal),
  )
})

test('what presses comes first, and of those alike whoever was seen longest ago', () => {
  const one = (standing: 'due' | 'seen' | 'hospital' | 'refused', hours: number | null, urgent = false) => ({
    standing,
    urgent,
    last: hours === null ? null : { at: at(hours) },
  })
  const sorted = [
    one('seen', 9),
    one('hospital', 3),
    one('due', 8),
    one('due', null),
    one('refused', 2),
    one('seen', 1),
    one('due', 5, true),
  ].sort(byPressing)
  expect(
    sorted.map(({ standing, urgent, last }) => [urgent ? 'urgent' : standing, last?.at.getTime()]),
  ).toEqual([
    ['urgent', at(5).getTime()],
    ['due', undefined],
    ['due', at(8).getTime()],
    ['refused', at(2).getTime()],
    ['hospital', at(3).getTime()],
    ['seen', at(1).getTime()],
    ['seen', at(9).getTime()],
  ])
})
