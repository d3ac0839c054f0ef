/** Hours of volunteering (docs/product.md › Volunteers): from coming to going, down to half an hour. */
import { dayMs } from '../../platform/shanghai'
import { aroundMs, disputeDays, halvesBetween } from '@linli/contracts/signups'

export interface Span {
  startsAt: Date
  endsAt: Date
}

const inMs = ({ startsAt, endsAt }: Span) => ({ startsAt: startsAt.getTime(), endsAt: endsAt.getTime() })

/** @returns half hours; null where coming or going is not known */
export const proposedHalves = (span: Span, cameAt: Date | null, leftAt: Date | null): number | null =>
  cameAt === null || leftAt === null ? null : halvesBetween(inMs(span), cameAt.getTime(), leftAt.getTime())

/** The most that can be confirmed: hours are not invented. @returns half hours */
export const mostHalves = (span: Span): number =>
  halvesBetween(inMs(span), span.startsAt.getTime(), span.endsAt.getTime())

/** Hours can be objected to for thirty days after the organiser decided. */
export const isDisputable = (decidedAt: Date | null, now: Date): boolean =>
  decidedAt !== null && now.getTime() - decidedAt.getTime() <= disputeDays * dayMs

/** From when on the telephone number of whoever is visited is shown: two hours before. */
export const phoneFrom = (startsAt: Date): Date => new Date(startsAt.getTime() - aroundMs)

/** For so long after the end names and numbers stand on the roll, as long as hours are to be confirmed. */
const rollDays = 30
const unsaid: readonly string[] = ['confirmed', 'review', 'disputed']

/** @param states of whoever stood by it */
export const isRollOpen = ({ endsAt }: Span, states: readonly string[], now: Date): boolean =>
  now < endsAt ||
  (now.getTime() - endsAt.getTime() <= rollDays * dayMs && states.some((state) => unsaid.includes(state)))

/** Coming and going are said from two hours before the start to two hours after the end. */
export const attendanceFrom = ({ startsAt }: Span): Date => new Date(startsAt.getTime() - aroundMs)
export const attendanceUntil = ({ endsAt }: Span): Date => new Date(endsAt.getTime() + aroundMs)

/** Of what is still to come nothing is said; a device's clock may be a minute ahead. */
export const isAttendanceTime = (at: Date, span: Span, now: Date): boolean =>
  at >= attendanceFrom(span) && at <= attendanceUntil(span) && at.getTime() <= now.getTime() + 60_000
