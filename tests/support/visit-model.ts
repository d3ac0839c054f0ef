/** A month of visits, made up, and what plain counting makes of it: no line of the service is used to count. */
import fc from 'fast-check'

export const outcomes = ['met', 'talked', 'not_home', 'hospital', 'refused', 'moved', 'died'] as const
export type ModelOutcome = (typeof outcomes)[number]

/** One thing that happens to an elder: on a day (1…28) at an hour, recorded at once, or after the month. */
export interface Happening {
  elder: number
  day: number
  hour: number
  outcome: ModelOutcome
  late: boolean
  /** What it was really; null: as recorded. */
  corrected: ModelOutcome | 'mistake' | null
}

export interface Month {
  elders: number
  /** Who does not want to be visited, until a day after the month. */
  refusing: readonly number[]
  happenings: Happening[]
}

const happening = (elders: number): fc.Arbitrary<Happening> =>
  fc.record({
    elder: fc.nat({ max: elders - 1 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 8, max: 20 }),
    outcome: fc.constantFrom(...outcomes),
    late: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    corrected: fc.option(fc.constantFrom(...outcomes, 'mistake' as const), { freq: 6 }),
  })

export const month: fc.Arbitrary<Month> = fc.integer({ min: 1, max: 8 }).chain((elders) =>
  fc.record({
    elders: fc.constant(elders),
    refusing: fc.subarray(Array.from({ length: elders }, (_, n) => n)),
    happenings: fc.array(happening(elders), { maxLength: 30 }),
  }),
)

export const inOrder = (happenings: readonly Happening[]): Happening[] =>
  [...happenings].sort((a, b) => a.day - b.day || a.hour - b.hour)

/** In hours since the month's first day. */
export const hoursOf = ({ day, hour }: Happening): number => day * 24 + hour

const isSight = (outcome: string): boolean => outcome === 'met' || outcome === 'talked'

/** Who is in which group at the end, counted by hand; what is late counts for nobody. */
export function plainCount({ elders, refusing, happenings }: Month) {
  const count = { listed: 0, seen: 0, hospital: 0, refused: 0, unseen: 0, gone: 0, late: 0 }
  for (let elder = 0; elder < elders; elder++) {
    const all = inOrder(happenings.filter((one) => one.elder === elder)).map((one) => ({
      ...one,
      said: one.corrected ?? one.outcome,
    }))
    const own = all.filter(({ said }) => said !== 'mistake')
    const inTime = own.filter(({ late }) => !late)
    if (inTime.some(({ said }) => said === 'moved' || said === 'died')) {
      count.gone++
      continue
    }
    count.listed++
    const last = inTime.length === 0 ? undefined : inTime[inTime.length - 1]?.said
    if (inTime.some(({ said }) => isSight(said))) count.seen++
    else if (last === 'hospital') count.hospital++
    else if (last === 'refused' || refusing.includes(elder)) count.refused++
    else count.unseen++
    if (own.some(({ said }) => isSight(said)) && !inTime.some(({ said }) => isSight(said))) count.late++
  }
  return count
}

/** Two doors that stayed shut within 48 hours with nobody seen between, and nothing known since the second. */
export function plainUrgent(happenings: readonly { at: number; said: string }[]): boolean {
  const shut = happenings.filter(({ said }) => said === 'not_home')
  return shut.some((second) => {
    const known = happenings.some(({ at, said }) => at > second.at && said !== 'not_home')
    const before = shut.filter(({ at }) => at < second.at)
    const pair = before.some(
      (first) =>
        second.at - first.at <= 48 &&
        !happenings.some(({ at, said }) => at > first.at && at < second.at && isSight(said)),
    )
    return pair && !known
  })
}
