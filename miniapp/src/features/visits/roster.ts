/** The roster of whoever visits as it is on the device: what the service answered, and what waits to be sent. */
import type { MyElder, RecordedVisit, VisitOutcome, VisitRefusal, VisitWay } from '@linli/contracts/visits'

/**
 * One record on its way: it leaves the device only when the service has said what became of this very id. No name is in it,
 * since it outlives signing out: the visitor's list has that.
 */
export interface Queued {
  visit: RecordedVisit
  /** Why it was not kept; it stays until the visitor has read it. */
  refused: VisitRefusal | 'unfit' | null
}

export const waitingIn = (queue: readonly Queued[]): Queued[] =>
  queue.filter(({ refused }) => refused === null)

/** An elder as the visitor sees them: with what waits taken in. */
export type Shown = MyElder & { waits: boolean }

const standingAfter = (elder: MyElder, outcome: VisitOutcome): MyElder['standing'] => {
  if (elder.standing === 'seen' || outcome === 'met' || outcome === 'talked') return 'seen'
  return outcome === 'hospital' || outcome === 'refused' ? outcome : 'due'
}

function withVisit(elder: Shown, { at, way, outcome }: RecordedVisit): Shown {
  const later = elder.last === null || elder.last.at <= at
  return {
    ...elder,
    waits: true,
    standing: standingAfter(elder, outcome),
    urgent: elder.urgent && outcome === 'not_home',
    last: later ? { at, way, outcome } : elder.last,
  }
}

/** The list with everything that is on its way; who is said to have left stays in sight until the service has heard it. */
export const shownRoster = (elders: readonly MyElder[], queue: readonly Queued[]): Shown[] =>
  elders.map((elder) =>
    waitingIn(queue)
      .filter(({ visit }) => visit.elderId === elder.id)
      .reduce<Shown>((now, { visit }) => withVisit(now, visit), { ...elder, waits: false }),
  )

/** Those who live with somebody, on the same list. */
export const householdOf = <E extends { id: string; household: string }>(all: readonly E[], one: E): E[] =>
  all.filter(({ id, household }) => household === one.household && id !== one.id)

export const isLeaving = (outcome: VisitOutcome | null): boolean => outcome === 'moved' || outcome === 'died'

/** Of whom one tap is: whoever lives together has the same visit, but nobody moves away or dies with another. */
export const visitedWith = <E extends { id: string }>(
  one: E,
  together: readonly E[],
  chosen: readonly string[],
  outcome: VisitOutcome,
): E[] => [one, ...together.filter(({ id }) => chosen.includes(id) && !isLeaving(outcome))]

/** What a visit can come to, by the way it was made; `met` is at home. */
export const outcomesOf = (way: VisitWay): readonly VisitOutcome[] =>
  way === 'home'
    ? ['met', 'talked', 'not_home', 'hospital', 'refused', 'moved', 'died']
    : ['talked', 'not_home', 'hospital', 'refused', 'moved', 'died']

/** The queue after an answer: what was kept leaves it, what was refused stays to be read. */
export const afterResults = (
  queue: readonly Queued[],
  results: readonly { id: string; refused: VisitRefusal | null }[],
): Queued[] =>
  queue.flatMap((one) => {
    const result = results.find(({ id }) => id === one.visit.id)
    if (!result) return [one]
    return result.refused === null ? [] : [{ ...one, refused: result.refused }]
  })
