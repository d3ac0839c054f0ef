import { namesOf, recall } from '../device/storage'
import { draftStart, quietName } from './left-names'

/**
 * What an earlier visit has left is looked at: drafts that may be over, writes that nobody waits for. Their code comes only
 * where there are some; without a network it comes another time.
 */
export function tidy() {
  if (namesOf(draftStart).length > 0)
    import('./drafts').then(
      ({ forgetOldDrafts }) => forgetOldDrafts(Date.now()),
      () => undefined,
    )
  if (recall(quietName) !== null)
    import('../http/quiet-writes').then(
      ({ sendQuiet }) => sendQuiet(),
      () => undefined,
    )
}
