import type { DayPart, Help } from '@linli/contracts/need-case'
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
  /** No pictures are handed in here. */
  files: string[]
}

const empty: NeedDraft = { help: null, wish: '', place: '', day: '', other: false, part: 'any', files: [] }
const isEmpty = (draft: NeedDraft) => JSON.stringify(draft) === JSON.stringify(empty)

const name = draftName('need')

/** What has been filled in survives a closed app, for whoever wrote it, until its end (shared/session/drafts). */
export function useNeedDraft() {
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
