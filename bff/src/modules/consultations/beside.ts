/** What stands beside the lines of a thread, for its two readers: calls, a visit, appointments, referrals. */
import type { Appointment, Thread } from '@linli/contracts/consultation-thread'
import type { Deps } from '../../deps'
import type { Read } from '../../platform/read'
import type { CaseKey } from '../case-keys/service'
import { directory } from '../divisions/service'
import { type AppointmentRow, appointmentsOf } from './meetings/read-store'
import { linkPlace } from './meetings/rules'
import { attemptsOf, visitOf } from './reach/store'
import { type ReferralRow, referralsOf } from './referral/store'

/** Whoever works on it, where that reads; what was before them came with the thread or did not come. */
export interface Adviser {
  accountId: string
  handedAt: Date | null
  parts: ReadonlySet<string>
}

type Beside = Pick<Thread, 'attempts' | 'visit' | 'appointments' | 'referrals'>

/** @param adviser null for whoever asked, who sees all of it */
export async function besideLines(
  deps: Deps,
  read: Read,
  { caseId, key, adviser }: { caseId: string; key: CaseKey | undefined; adviser: Adviser | null },
): Promise<Beside> {
  const [attempts, visit, appointments, referrals, divisions] = await Promise.all([
    attemptsOf(read, caseId),
    visitOf(read, caseId),
    appointmentsOf(read, caseId, deps.clock.now()),
    referralsOf(read, caseId),
    directory(deps),
  ])
  const sees = (at: Date): boolean => seesOf(adviser, at)
  const officeOf = (code: string): string => divisions.find(code)?.name ?? ''
  return {
    attempts: attempts
      .filter(({ at }) => sees(at))
      .map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
    visit:
      visit && sees(visit.askedAt)
        ? { askedAt: visit.askedAt.toISOString(), doneAt: visit.doneAt?.toISOString() ?? null }
        : null,
    appointments: appointments.filter(({ at }) => sees(at)).map((row) => appointmentOf(row, key, adviser)),
    referrals: referrals
      .filter((row) => sees(row.endedAt ?? row.proposedAt))
      .map((row) => referralOf(row, officeOf, deps.clock.now())),
  }
}

const seesOf = (adviser: Adviser | null, at: Date): boolean =>
  adviser === null || adviser.parts.has('thread') || adviser.handedAt === null || at >= adviser.handedAt

/** A link is for the person and for the adviser who gave it, once it is taken. */
function appointmentOf(
  { id, kind, startsAt, endsAt, state, place, linkSealed, adviserId }: AppointmentRow,
  key: CaseKey | undefined,
  adviser: Adviser | null,
): Appointment {
  const isTheirs = adviser === null || adviser.accountId === adviserId
  const link = key && linkSealed !== null && isTheirs ? key.open(linkPlace, id, linkSealed) : null
  return { id, kind, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), state, place, link }
}

/** What was not acknowledged in time has come back, though nobody has written it down. */
function referralOf(
  { id, kind, office, parts, state, proposedAt, dueAt, endedAt }: ReferralRow,
  officeOf: (code: string) => string,
  now: Date,
): Thread['referrals'][number] {
  const isBack = state === 'sent' && dueAt !== null && dueAt <= now
  return {
    id,
    kind,
    to: officeOf(office),
    parts,
    state: isBack ? 'returned' : state,
    proposedAt: proposedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    endedAt: (isBack ? dueAt : endedAt)?.toISOString() ?? null,
  }
}
