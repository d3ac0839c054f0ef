import type { Reach, Skill, WeekTime } from '@linli/contracts/volunteer-case'
import { useKeptDraft } from '../../shared/matters/use-kept-draft'
import { draftName } from '../../shared/matters/wipe'
import { leaveBehind, takeAlong } from '../../shared/session/drafts'

export interface VolunteerDraft {
  step: number
  skills: readonly Skill[]
  times: readonly WeekTime[]
  reach: Reach | null
  /** Oneself, or the id of a child; null: not said yet. */
  who: string | null
  /** No pictures are handed in here. */
  files: string[]
}

/** Whoever registers themselves, as `who` says it. */
export const self = 'self'

const empty: VolunteerDraft = { step: 0, skills: [], times: [], reach: null, who: null, files: [] }
const isEmpty = (draft: VolunteerDraft) => JSON.stringify(draft) === JSON.stringify(empty)

const name = draftName('volunteer')

/** What has been filled in survives a closed app, for whoever wrote it, until its end (shared/session/drafts). */
export function useVolunteerDraft() {
  const { draft, put, sent } = useKeptDraft(name, empty, isEmpty)
  return {
    draft,
    change: put,
    sent: () => sent([]),
    /** Whoever signs in from here goes on with it; whoever comes back without signing in keeps it to themselves. */
    takeAlong: () => takeAlong(name, Date.now()),
    leaveBehind: () => leaveBehind(name),
  }
}
