/** Why a sign-up cannot be: every child's faults at once, each by the code that the app has a sentence for. */
import { type ProblemCode, problems } from '@linli/contracts/problems'
import { Problem } from '../../../platform/problem'
import { dayOf } from '../../../platform/shanghai'
import type { ChildFacts } from '../../children/service'
import { type Obstacle, obstaclesOf } from './eligibility'
import type { ProgrammeRow } from '../row'

const codes: Record<Exclude<Obstacle, 'already_signed_up'>, ProblemCode> = {
  too_young: 'child_too_young',
  too_old: 'child_too_old',
  grade_too_low: 'grade_too_low',
  grade_too_high: 'grade_too_high',
  consent_needed: 'consent_needed',
  child_frozen: 'child_frozen',
  child_needs_papers: 'child_needs_papers',
}

const faultOf = (n: number, code: ProblemCode) => ({
  path: `body.children.${n}`,
  code,
  message: problems[code].title as string,
})

/** By what is fixed with the publication; whether it is open still is decided with the place. */
export function refusalOf(
  row: ProgrammeRow,
  children: readonly (ChildFacts | undefined)[],
  at: Date,
): Problem | undefined {
  if (!row.announced || children.includes(undefined)) return new Problem('not_found')
  if (row.state !== 'published' || at < row.opensAt || at >= row.closesAt) return closedNow(row, at)
  const foreign = children.flatMap((c, n) => (c?.mayDecide ? [] : [faultOf(n, 'guardian_not_verified')]))
  if (foreign.length > 0) return new Problem('guardian_not_verified', undefined, foreign)
  const faults = children.flatMap((child, n) =>
    (child ? obstaclesOf(child, row, dayOf(at)) : []).map((obstacle) =>
      faultOf(n, codes[obstacle as keyof typeof codes]),
    ),
  )
  const [first] = faults
  return first && new Problem(first.code, undefined, faults)
}

export const closedNow = ({ state, opensAt }: ProgrammeRow, at: Date): Problem =>
  new Problem(state === 'published' && at < opensAt ? 'sign_up_not_open' : 'sign_up_closed')

/** Names the case in which the child is: the app leads there. */
export function alreadyIn(
  children: readonly string[],
  all: readonly { childId: string; caseId: string }[],
): Problem {
  const known = all.filter((k) => children.includes(k.childId))
  // Another record of one of these children is in: of that one nothing is told.
  if (known.length === 0) return new Problem('child_needs_papers')
  const faults = children.flatMap((id, n) =>
    known.some((k) => k.childId === id) ? [faultOf(n, 'already_signed_up')] : [],
  )
  return new Problem('already_signed_up', { caseId: known[0]?.caseId }, faults)
}
