/**
 * Who does what with a survey: staff plan for their division, a supervisor for one above the communities; staff and grid
 * workers of a community print its forms and enter its paper; everybody who works above a division sees how far it has
 * been reached. Whoever runs a survey does not end it when it suits them: that is decided a level above.
 */
import type { Survey } from '@linli/contracts/surveys'
import { isStaffOf, isSupervisorOf } from '../identity/policy'
import type { GrantFact } from '../identity/service'
import { mayStillEnd, type Run, takesPaper } from './rules'

const communityDigits = 12

/** The divisions for which, and for everything below, somebody may plan a survey. */
export const plansFor = (grants: readonly GrantFact[]): string[] =>
  grants
    .filter(
      ({ role, division }) =>
        role === 'staff' || (role === 'supervisor' && division.length < communityDigits),
    )
    .map(({ division }) => division)

export const mayPlan = (grants: readonly GrantFact[], division: string): boolean =>
  plansFor(grants).some((code) => division.startsWith(code))

interface Ended {
  division: string
  createdBy: string
}

/** The prefecture, above which nobody works here: there another person than the one who planned it ends it. */
const topDigits = 4

export function mayEnd(
  grants: readonly GrantFact[],
  { division, createdBy }: Ended,
  reader: string,
): boolean {
  if (division.length <= topDigits) return mayPlan(grants, division) && createdBy !== reader
  return plansFor(grants).some((code) => code.length < division.length && division.startsWith(code))
}

/** Reads how far a survey has come there, and its list before it begins and after it is over. */
export const worksAt = (grants: readonly GrantFact[], division: string): boolean =>
  isStaffOf(grants, division) || isSupervisorOf(grants, division)

/** A draft exists for those who could have planned it. */
export const maySee = (survey: Run & { division: string }, grants: readonly GrantFact[]): boolean =>
  survey.state !== 'draft' || mayPlan(grants, survey.division)

/** Somebody works in the survey's division, above it, or somewhere inside it. */
const worksAround = (grants: readonly GrantFact[], division: string, test: typeof worksAt): boolean =>
  grants.some((g) => test([g], division) || (g.division.startsWith(division) && test([g], g.division)))

export function canOf(
  survey: Run & Ended,
  { grants, reader }: { grants: readonly GrantFact[]; reader: string },
  now: Date,
): Survey['can'] {
  const { state, division } = survey
  const plans = mayPlan(grants, division)
  const can: [Survey['can'][number], boolean][] = [
    ['change', plans && state === 'draft'],
    ['delete', plans && state === 'draft'],
    ['publish', plans && state === 'draft'],
    ['close', mayStillEnd(survey, now) && mayEnd(grants, survey, reader)],
    ['print_forms', takesPaper({ ...survey, startsOn: '' }, now) && worksAround(grants, division, isStaffOf)],
    ['enter_paper', takesPaper(survey, now) && worksAround(grants, division, isStaffOf)],
    ['see_coverage', state !== 'draft' && worksAround(grants, division, worksAt)],
  ]
  return can.filter(([, may]) => may).map(([name]) => name)
}
