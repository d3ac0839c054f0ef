/** The promise: a calendar that others look into learns that there is an appointment, when and where, and nothing else. */
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { calendarFile } from '../../../platform/calendar-file'
import { Problem } from '../../../platform/problem'
import { readerOf } from '../thread'
import { type EntryRow, entryOf } from './calendar-store'

/** @throws Problem not_found for everybody but the two */
export async function readCalendar(
  deps: Deps,
  who: Who,
  id: string,
): Promise<{ name: string; calendar: string }> {
  const entry = await entryOf(deps.db.statement, id)
  if (!entry) throw new Problem('not_found')
  const { readAs } = await readerOf(deps, who, entry.caseId)
  if (readAs === 'adviser' && entry.adviserId !== who.accountId) throw new Problem('not_found')
  return { name: 'yuyue.ics', calendar: calendarOf(entry) }
}

export const calendarOf = (entry: EntryRow): string => calendarFile({ ...entry, summary: '一个预约' })
