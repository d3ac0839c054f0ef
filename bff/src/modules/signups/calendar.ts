/** The promise: the calendar of whoever stands by a task learns what, when and where, and neither whose home nor anybody's name. */
import type { SignupDetail } from '@linli/contracts/signup-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { calendarFile } from '../../platform/calendar-file'
import { Problem } from '../../platform/problem'
import { getCase } from '../cases/service'

/** @throws Problem not_found for everybody but whoever signed up */
export async function readSignupCalendar(
  deps: Deps,
  who: Who,
  id: string,
): Promise<{ name: string; calendar: string }> {
  const one = await getCase(deps, who, id)
  if (one.type !== 'signup' || one.readAs !== 'party') throw new Problem('not_found')
  return { name: 'renwu.ics', calendar: signupCalendar(one) }
}

/** Whoever waits has it as not certain; the events of the case count which word is the last. */
export function signupCalendar(one: SignupDetail): string {
  const { id, number, state, title, endsAt, facts, communityName, timeline, createdAt } = one
  return calendarFile({
    eventId: `${id}@linli`,
    sequence: timeline.length,
    startsAt: new Date(facts.startsAt),
    endsAt: new Date(endsAt),
    changedAt: new Date(timeline.at(-1)?.at ?? createdAt),
    isOff: state === 'cancelled' || state === 'lapsed',
    isTentative: state === 'waiting' || state === 'held',
    summary: `志愿任务：${title}`,
    place:
      facts.place === null ? `${communityName}（上门，地址在邻里里看）` : `${communityName} ${facts.place}`,
    about: `${number}，来不了请早点在邻里里说。`,
    tellsBefore: 120,
  })
}
