import type { Intake, Topic, Urgency } from '@linli/contracts/consultation-thread'
import { useKeptDraft } from '../../shared/matters/use-kept-draft'
import { draftName } from '../../shared/matters/wipe'
import { leaveBehind, takeAlong } from '../../shared/session/drafts'

export interface MatterDraft {
  /** Which screen was open last. */
  step: number
  urgency: Urgency | null
  topic: Topic | null
  happenedOn: string
  words: string
  /** Ids of pictures that were handed in. */
  files: string[]
  opposite: string
  reach: Intake['reach'] | null
  unnamed: boolean
}

const empty: MatterDraft = {
  ...{ step: 0, urgency: null, topic: null, happenedOn: '', words: '', opposite: '', reach: null },
  ...{ unnamed: false, files: [] },
}
const name = draftName('ask')

/** Which screen is open says nothing. */
const isEmpty = (draft: MatterDraft) => JSON.stringify({ ...draft, step: 0 }) === JSON.stringify(empty)

/** What was answered; it is gone once it was sent, given up or over, or by 快速离开. */
export function useDraft() {
  const { draft, put, attach, giveUp, sentAndShown } = useKeptDraft(name, empty, isEmpty)
  return {
    draft,
    change: put,
    attach,
    begun: !isEmpty(draft),
    giveUp,
    takeAlong: () => takeAlong(name, Date.now()),
    leaveBehind: () => leaveBehind(name),
    /** The page shows what was sent until the next one is there. */
    sent: sentAndShown,
  }
}
