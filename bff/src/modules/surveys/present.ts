/** Surveys as the contract shows them; whether one is open is computed at the moment of reading. */
import type { Survey } from '@linli/contracts/surveys'
import type { GrantFact } from '../identity/service'
import { canOf, mayEnd, mayPlan } from './policy'
import { isOpen, mayStillEnd } from './rules'
import type { ReadRow } from './store'

interface Beside {
  divisionName: string
  grants: readonly GrantFact[]
  /** Empty for a guest. */
  reader: string
  now: Date
}

export const surveyOf = (row: ReadRow, { divisionName, grants, reader, now }: Beside): Survey => ({
  id: row.id,
  division: row.division,
  divisionName,
  title: row.title,
  about: row.about,
  questions: row.questions,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  endedEarly: row.endedEarly,
  state: row.state,
  open: isOpen(row, now),
  answered: row.answered,
  can: canOf(row, { grants, reader }, now),
  endsAbove: mayStillEnd(row, now) && mayPlan(grants, row.division) && !mayEnd(grants, row, reader),
})
