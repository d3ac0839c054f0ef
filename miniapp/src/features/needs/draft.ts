import type { DayPart, Help } from '@linli/contracts/need-case'
import { useKeptDraft } from '../../shared/matters/use-kept-draft'
import { draftName } from '../../shared/matters/wipe'

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

/** What has been filled in survives a closed app, for whoever wrote it, until its end (shared/session/drafts). */
export function useNeedDraft() {
  const { draft, put, sent } = useKeptDraft(draftName('need'), empty, isEmpty)
  return { draft, change: put, sent: () => sent([]) }
}
