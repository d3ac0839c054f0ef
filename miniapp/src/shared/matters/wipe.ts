import { forgetNamed, recall, store } from '../device/storage'
import { uuid } from '../device/uuid'
import { inDrafts, letGo } from '../files/let-go'
import { queryClient } from '../http/query-client'
import { forgetStoredAnswers } from '../http/stored-answers'
import { draftStart } from '../session/left-names'
import { saying } from '../ui/page/say'

/** What a draft of these pages is called in the storage: it also goes when its person signs out. */
export const draftName = (of: string) => draftStart + of

/** Under what the device keeps which leaving was the last; it says nothing of what was left. */
export const leftName = 'turn'

/** Which leaving of matters was the last on this device: a page of before, in whichever tab, writes no more. */
export const lastLeft = () => recall<string>(leftName)

/** They are left on this device, in all its tabs. */
export function leaveMatters() {
  store(leftName, uuid())
  wipeMatters()
}

/**
 * Nothing of it stays on the device: drafts, what waits for an answer, and every answer that was kept or remembered (a
 * list of one's cases names its kinds, so all of them go; they are asked for again). Ids of pictures alone are kept, until
 * the service has let them go.
 */
export function wipeMatters() {
  const pictures = inDrafts(draftStart)
  forgetNamed(draftStart)
  // As `useWrite` names what was said and not answered yet.
  forgetNamed('intent.POST /consultation')
  forgetStoredAnswers()
  forgetShown()
  void letGo(pictures)
}

/** Of this page alone: what it has read and what it says. */
export function forgetShown() {
  queryClient.clear()
  saying.set(null)
}
