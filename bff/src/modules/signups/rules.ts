/** Hours of volunteering (docs/product.md › Volunteers): from coming to going, down to half an hour. */
import { dayMs } from '../../platform/shanghai'
import { disputeDays } from '@linli/contracts/signups'

const halfHourMs = 1_800_000

export interface Span {
  startsAt: Date
  endsAt: Date
}

/**
 * No travel, and no waiting: what is before the start or after the end is not counted.
 * @returns half hours; null where coming or going is not known
 */
export function proposedHalves(
  { startsAt, endsAt }: Span,
  cameAt: Date | null,
  leftAt: Date | null,
): number | null {
  if (cameAt === null || leftAt === null) return null
  const from = Math.max(cameAt.getTime(), startsAt.getTime())
  const to = Math.min(leftAt.getTime(), endsAt.getTime())
  return Math.max(0, Math.floor((to - from) / halfHourMs))
}

/** The most that can be confirmed: hours are not invented. @returns half hours */
export const mostHalves = ({ startsAt, endsAt }: Span): number =>
  Math.floor((endsAt.getTime() - startsAt.getTime()) / halfHourMs)

/** Hours can be objected to for thirty days after the organiser decided. */
export const isDisputable = (decidedAt: Date | null, now: Date): boolean =>
  decidedAt !== null && now.getTime() - decidedAt.getTime() <= disputeDays * dayMs

/** From when on the telephone number of whoever is visited is shown: two hours before. */
export const phoneFrom = (startsAt: Date): Date => new Date(startsAt.getTime() - 2 * 3_600_000)

const aroundMs = 2 * 3_600_000

/** Coming and going are said from two hours before the start to two hours after the end. */
export const attendanceFrom = ({ startsAt }: Span): Date => new Date(startsAt.getTime() - aroundMs)
export const attendanceUntil = ({ endsAt }: Span): Date => new Date(endsAt.getTime() + aroundMs)

/** Of what is still to come nothing is said; a device's clock may be a minute ahead. */
export const isAttendanceTime = (at: Date, span: Span, now: Date): boolean =>
  at >= attendanceFrom(span) && at <= attendanceUntil(span) && at.getTime() <= now.getTime() + 60_000
