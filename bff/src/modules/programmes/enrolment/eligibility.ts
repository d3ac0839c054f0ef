/**
 * May this child come: by age or grade on the first day, not on the day of signing up, and with the consent that the
 * child's data needs (docs/product.md › After-school care). Points come from verified circumstances alone.
 */
import type { Circumstance } from '@linli/contracts/children'
import type { PriorityRule } from '@linli/contracts/programmes'
import type { Eligibility } from '@linli/contracts/enrolments'

export type Obstacle = Eligibility['obstacles'][number]

export interface ChildAbout {
  birthDate: string
  /** In the school year of `today`. */
  grade: number
  consented: boolean
  verified: readonly Circumstance[]
  claimed: readonly Circumstance[]
  /** One of two guardians took the consent back or asked to erase, and it is not final. */
  frozen?: boolean
  /** Another record of this child stands before this one. */
  doubled?: boolean
}

export interface Admission {
  startsOn: string
  ages: { min: number; max: number } | null
  grades: { min: number; max: number } | null
  priority: readonly PriorityRule[]
}

/** Completed years on a day. Who was born on 29 February completes a common year's one on 1 March. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** The year in which a school year began: on 1 September. */
const schoolYear = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0)

/** A grade rises by one on every 1 September between two days. */
export const gradeOn = (grade: number, today: string, day: string): number =>
  grade + schoolYear(day) - schoolYear(today)

/** Everything in the child's way by the programme's rules, in the order in which people read it. */
export function obstaclesOf(child: ChildAbout, rules: Admission, today: string): Obstacle[] {
  const age = ageOn(child.birthDate, rules.startsOn)
  const grade = gradeOn(child.grade, today, rules.startsOn)
  const { ages, grades } = rules
  const found: [boolean, Obstacle][] = [
    [ages !== null && age < ages.min, 'too_young'],
    [ages !== null && age > ages.max, 'too_old'],
    [grades !== null && grade < grades.min, 'grade_too_low'],
    [grades !== null && grade > grades.max, 'grade_too_high'],
    [!child.consented, 'consent_needed'],
    [child.frozen === true, 'child_frozen'],
    [child.doubled === true, 'child_needs_papers'],
  ]
  return found.filter(([is]) => is).map(([, obstacle]) => obstacle)
}

export const scoreOf = (
  { verified }: Pick<ChildAbout, 'verified'>,
  priority: readonly PriorityRule[],
): number => priority.reduce((sum, rule) => sum + (verified.includes(rule.circumstance) ? rule.points : 0), 0)

/** What would give points once staff have seen the proof. */
export const unverifiedOf = (
  { claimed, verified }: Pick<ChildAbout, 'claimed' | 'verified'>,
  priority: readonly PriorityRule[],
): Circumstance[] =>
  claimed.filter((c) => !verified.includes(c) && priority.some((rule) => rule.circumstance === c))
