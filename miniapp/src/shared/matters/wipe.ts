import { forgetNamed } from '../device/storage'
import { inDrafts, letGo } from '../files/let-go'
import { queryClient } from '../http/query-client'
import { forgetStoredAnswers } from '../http/stored-answers'
import { draftStart } from '../session/left-names'
import { saying } from '../ui/page/say'

/** What a draft of these pages is called in the storage: it also goes when its person signs out. */
export const draftName = (of: string) => draftStart + of

let times = 0
/** How often it was wiped: a page of before writes no more. */
export const wipes = () => times

/**
 * Nothing of it stays on the device: drafts, what waits for an answer, and every answer that was kept or remembered (a
 * list of one's cases names its kinds, so all of them go; they are asked for again). Ids of pictures alone are kept, until
 * the service has let them go.
 */
export function wipeMatters() {
  times += 1
  const pictures = inDrafts(draftStart)
  forgetNamed(draftStart)
  // As `useWrite` names what was said and not answered yet.
  forgetNamed('intent.POST /consultation')
  forgetStoredAnswers()
  queryClient.clear()
  saying.set(null)
  void letGo(pictures)
}
