/** When silence ends a matter, and until when its person can ask on (docs/consultations.md › How it goes on). */
import type { Tx } from '../../platform/db'
import { dayMs } from '../../platform/shanghai'
import { settingsInside } from '../divisions/service'
import { meetingEnd } from './meetings/store'
import { markAskUntil } from './store'

/**
 * So many days after a word, or after the meeting to come where that is later; from there the person has as long again
 * to ask on, which is written here.
 * @returns when silence ends it
 */
export async function silenceEnds(
  tx: Tx,
  { id, community }: { id: string; community: string },
  at: Date,
): Promise<Date> {
  const { consultation_ask_on_days: days } = await settingsInside(tx, community)
  const meeting = await meetingEnd(tx, id, at)
  const ends = new Date((meeting ?? at).getTime() + days * dayMs)
  await markAskUntil(tx, id, new Date(ends.getTime() + days * dayMs))
  return ends
}
