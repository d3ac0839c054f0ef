/** The care day as pure rules (docs/product.md › After-school care): who is on duty when, what counts, who may take a child. */
import type { CareRecordSent, ReleaseRefusal } from '@linli/contracts/care'
import { dayOf, minuteMs } from '../../platform/shanghai'

/** A session's list is open from half an hour before its start until two hours after its end. */
const opensBeforeMs = 30 * minuteMs
const closesAfterMs = 120 * minuteMs

export interface SessionTimes {
  startsAt: Date
  endsAt: Date
}

export const isOpenAt = ({ startsAt, endsAt }: SessionTimes, at: Date): boolean =>
  at.getTime() >= startsAt.getTime() - opensBeforeMs && at.getTime() <= endsAt.getTime() + closesAfterMs

/** The session's list was closed; only children who are still there are on it, to the end of the day. */
export const isClosedAt = ({ endsAt }: SessionTimes, at: Date): boolean =>
  at.getTime() > endsAt.getTime() + closesAfterMs

/** When the next list of these sessions opens. @returns undefined when all of them were open already */
export function nextOpening(sessions: readonly SessionTimes[], now: Date): Date | undefined {
  const openings = sessions.map(({ startsAt }) => startsAt.getTime() - opensBeforeMs)
  const next = Math.min(...openings.filter((at) => at > now.getTime()))
  return Number.isFinite(next) ? new Date(next) : undefined
}

/**
 * When a record happened: as the device's clock says, which may be wrong. It is never later than now, and never before
 * the session's list was open.
 */
export function happenedAt(said: Date, { startsAt }: SessionTimes, now: Date): Date {
  const earliest = Math.min(startsAt.getTime() - opensBeforeMs, now.getTime())
  return new Date(Math.max(earliest, Math.min(said.getTime(), now.getTime())))
}

export interface DutyFact {
  classNo: number
  leader: boolean
  endedAt: Date | null
}

/** What is known of a session, a child in it and the carer, at the moment of a record. */
export interface Standing extends SessionTimes {
  /** Class of the child's place in the programme; null when it has none. */
  classNo: number | null
  hasPlace: boolean
  /** What the latest roll call said. */
  mark: 'present' | 'absent' | null
  markedAt: Date | null
  released: boolean
  /** The carer's duties whose dates and weekday fit the session. */
  duties: readonly DutyFact[]
}

/** A duty that was ended counts until that moment: what was written before it may arrive after it. */
const dutiesAt = ({ duties }: Standing, at: Date): readonly DutyFact[] =>
  duties.filter(({ endedAt }) => !endedAt || endedAt > at)

/**
 * May this carer write this about this child? Judged as of when it happened, and on that same day only: while the list
 * is open, and afterwards of a child that is still there. Who leads any class of the session may annotate; everything
 * else is the child's own class.
 */
export function dutyRefusal(
  kind: CareRecordSent['kind'],
  standing: Standing,
  at: Date,
  now: Date,
): ReleaseRefusal | undefined {
  const duties = dutiesAt(standing, at)
  const sameDay = dayOf(standing.startsAt) === dayOf(now)
  const open = isOpenAt(standing, at) || (isClosedAt(standing, at) && isForWhoStays(kind, standing))
  if (duties.length === 0 || !sameDay || !open) return 'not_on_duty'
  const own = standing.hasPlace && duties.some((d) => d.classNo === standing.classNo)
  const leads = kind === 'annotation' && standing.hasPlace && duties.some((d) => d.leader)
  return own || leads ? undefined : 'other_class'
}

/**
 * A child that is still there is handed over however late it is; of one that has just gone this says why not. What was
 * written of a child that came may be added to until the day ends.
 */
function isForWhoStays(kind: CareRecordSent['kind'], { mark, released }: Standing): boolean {
  if (mark !== 'present' || kind === 'present' || kind === 'absent') return false
  return !released || kind === 'release' || kind === 'annotation'
}

export interface MarkFact {
  id: string
  kind: 'present' | 'absent'
  at: Date
  byId: string | null
  deviceId: string | null
  /** It decided a difference. */
  decided: boolean
}

/**
 * Does a mark say the contrary of one that its writer had not seen? What was seen is corrected; one's own word on one's
 * own device too; and what people have decided is not opened again by what was written before they looked.
 */
export function differsFrom(
  mark: Omit<MarkFact, 'id' | 'decided'> & { over: string | null },
  latest: MarkFact | null,
): boolean {
  if (!latest || latest.kind === mark.kind || mark.over === latest.id) return false
  if (latest.byId === mark.byId && latest.deviceId === mark.deviceId) return false
  return !(latest.decided && latest.at > mark.at)
}

/** A child goes home once, and only one that is there. */
export function childRefusal({ released, mark }: Standing): ReleaseRefusal | undefined {
  if (released) return 'child_already_released'
  return mark === 'present' ? undefined : 'child_not_present'
}

/** Does this carer lead the child's class? */
export const leadsClass = (standing: Standing, at: Date): boolean =>
  dutiesAt(standing, at).some((d) => d.leader && d.classNo === standing.classNo)

/** Records in the order in which they happened; those of one instant stay as they were sent. */
export const inOrder = <R extends { at: string }>(records: readonly R[]): R[] =>
  [...records].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))

/** The same digit six times, or six in a row: what everybody tries first. */
export function isTooSimple(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, n) => (Number(digit) - Number(pin[n]) + 10) % 10)
  return [0, 1, 9].some((step) => steps.every((each) => each === step))
}

/** Before anybody has a place, for all the places. */
export const carersNeeded = (
  { confirmed, capacity }: { confirmed: number; capacity: number },
  childrenPerCarer: number,
): number => Math.ceil((confirmed || capacity) / childrenPerCarer)
