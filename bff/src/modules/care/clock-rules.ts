/** What the clock says of a child in care, whether or not a worker has run (docs/product.md › After-school care). */
import { dayMs, minuteMs } from '../../platform/shanghai'

/** So long after a session the clock looks for its children. */
export const watchedMs = dayMs

export interface Seen {
  startsAt: Date
  endsAt: Date
  /** What the latest roll call said. */
  mark: 'present' | 'absent' | null
  released: boolean
  /** A guardian said before that the child would not come. */
  absenceReported: boolean
}

/** Neither there nor excused. @param minutes after the start of the session */
export function isMissing(seen: Seen, minutes: number, now: Date): boolean {
  if (seen.mark !== null || seen.released || seen.absenceReported) return false
  const since = now.getTime() - seen.startsAt.getTime()
  return since >= minutes * minuteMs && since < watchedMs
}

/**
 * How long a child that is still there has been waiting since the end of the session.
 * @param ladder of waiting, in minutes
 * @returns null before its first minute
 */
export function lateMinutes(seen: Seen, ladder: readonly number[], now: Date): number | null {
  if (seen.mark !== 'present' || seen.released) return null
  const since = now.getTime() - seen.endsAt.getTime()
  const late = since >= (ladder[0] ?? Infinity) * minuteMs && since < watchedMs
  return late ? Math.floor(since / minuteMs) : null
}

export interface LateRecord {
  kind: 'late_15' | 'late_30' | 'late_60'
  at: Date
}

/** The records of the late ladder that are due, lowest first. @param minutes after the end of the session, in order */
export function lateRecords(endsAt: Date, minutes: readonly number[], now: Date): LateRecord[] {
  const kinds = ['late_15', 'late_30', 'late_60'] as const
  return kinds.flatMap((kind, n) => {
    const at = new Date(endsAt.getTime() + (minutes[n] ?? Infinity) * minuteMs)
    return at <= now ? [{ kind, at }] : []
  })
}
