import { forgetNamed } from '../device/storage'
import { queryClient } from '../http/query-client'
import { forgetStoredAnswers } from '../http/stored-answers'
import { saying } from '../ui/page/say'

/** What a draft of these pages is called in the storage: it also goes when its person signs out. */
export const draftName = (of: string) => `draft.matter.${of}`

/**
 * Nothing of it stays on the device: drafts, what waits for an answer, and every answer that was kept or remembered (a
 * list of one's cases names its kinds, so all of them go; they are asked for again).
 */
export function wipeMatters() {
  forgetNamed(draftName(''))
  // As `useWrite` names what was said and not answered yet.
  forgetNamed('intent.POST /consultation')
  forgetStoredAnswers()
  queryClient.clear()
  saying.set(null)
}
