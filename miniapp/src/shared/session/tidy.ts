import { sendQuiet } from '../http/quiet-writes'
import { forgetOldDrafts } from './drafts'

/** What an earlier visit has left is looked at: drafts that may be over, writes that nobody waits for. */
export function tidy() {
  forgetOldDrafts(Date.now())
  void sendQuiet()
}
