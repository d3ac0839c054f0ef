/** Surveys as the contract shows them; whether one is open is computed at the moment of reading. */
import type { Survey } from '@linli/contracts/surveys'
import type { GrantFact } from '../identity/service'
import { canOf } from './policy'
import { isOpen } from './rules'
import type { ReadRow } from './store'

interface Beside {
  divisionName: string
  grants: readonly GrantFact[]
  now: Date
}

export const surveyOf = (row: ReadRow, { divisionName, grants, now }: Beside): Survey => ({
  id: row.id,
  division: row.division,
  divisionName,
  title: row.title,
  about: row.about,
  questions: row.questions,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  state: row.state,
  open: isOpen(row, now),
  answered: row.answered,
  can: canOf(row, grants, now),
})
