/** What people said of the large set's finished cases, in the columns that COPY takes. */
import { isBad, reasonsVersion } from '@linli/contracts/ratings'
import { dayOf } from '../../bff/src/platform/shanghai'
import { followUpOf, type FollowUpSeed } from './follow-ups'
import { diceFor, uuidOf } from './random'
import { gradeFor, rightOf, type RightRow } from './ratings'
import type { CaseRow } from './rows'

interface Said {
  right: RightRow
  rating: Record<string, unknown> | undefined
  followUp: FollowUpSeed | undefined
}

const ended = ['completed', 'refused']

/** Numbers count down within a day, from where the service's own do not come to. */
const numbers = new Map<string, number>()
function numberOn(at: Date): number {
  const day = dayOf(at)
  const number = (numbers.get(day) ?? 899_999) - 1
  numbers.set(day, number)
  return number
}

/** @returns undefined for a case that is not over */
export function saidOf(row: CaseRow, staff: { id: string; name: string }, now: Date): Said | undefined {
  if (!ended.includes(row.state)) return undefined
  const dice = diceFor(`said ${row.id}`)
  const right = rightOf(row, now, dice)
  if (!right.rated_at) return { right, rating: undefined, followUp: undefined }
  const grade = gradeFor(dice)
  const rating = {
    id: uuidOf(`rating ${row.id}`),
    case_id: row.id,
    service: right.service,
    community_code: row.community_code,
    rater_id: row.subject_id,
    session_id: uuidOf(`session of ${row.subject_id}`),
    grade,
    reasons_version: reasonsVersion,
    reasons: isBad(grade) ? '{slow}' : '{quick}',
    unprompted: right.invited_at === null,
    named: false,
    rated_at: right.rated_at,
    text_state: 'none',
    text_for_all: false,
  }
  const both = { handler: staff, unit: staff }
  return {
    right,
    rating,
    followUp: isBad(grade) ? followUpOf(rating, numberOn(right.rated_at), now, dice, both) : undefined,
  }
}
