import type { Grade, Reason } from '@linli/contracts/ratings'

/** What somebody has said so far. */
export interface RatingDraft {
  /** Nothing is chosen for anybody. */
  grade: Grade | null
  reasons: Reason[]
  text: string
  publish: boolean
  named: boolean
}
