import type { DayPart, Help, Relation } from '@linli/contracts/need-case'
import { useKeptDraft } from '../../shared/matters/use-kept-draft'
import { draftName } from '../../shared/matters/wipe'
import { leaveBehind, takeAlong } from '../../shared/session/drafts'

export interface NeedDraft {
  help: Help | null
  wish: string
  place: string
  /** Empty: any. */
  day: string
  /** The day is chosen by the field, whatever day it is. */
  other: boolean
  part: DayPart
  /** For somebody of the family. */
  forOther: boolean
  name: string
  phone: string
  relation: Relation | null
  /** No pictures are handed in here. */
  files: string[]
}

/** Nothing is filled in yet. */
export const emptyDraft: NeedDraft = {
  ...{ help: null, wish: '', place: '', day: '', other: false, part: 'any', files: [] },
  ...{ forOther: false, name: '', phone: '', relation: null },
}
const isEmpty = (draft: NeedDraft) => JSON.stringify(draft) === JSON.stringify(emptyDraft)

const name = draftName('need')

/** What has been filled in survives a closed app, for whoever wrote it, until its end (shared/session/drafts). */
export function useNeedDraft() {
  const { draft, put, sent } = useKeptDraft(name, emptyDraft, isEmpty)
  return {
    // What an earlier version of the app kept has not all of it.
    draft: { ...emptyDraft, ...draft },
    change: put,
    sent: () => sent([]),
    /** Whoever signs in from here goes on with it; whoever comes back without signing in keeps it to themselves. */
    takeAlong: () => takeAlong(name, Date.now()),
    leaveBehind: () => leaveBehind(name),
  }
}
