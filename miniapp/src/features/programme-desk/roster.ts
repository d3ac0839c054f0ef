import type { getRoster } from '@linli/contracts/enrolments'
import type { Reply } from '../../shared/http/request'

export type RosterEntry = Reply<typeof getRoster>['entries'][number]

export interface Roster {
  /** Every class, also one that nobody is in yet. */
  classes: { classNo: number; entries: RosterEntry[] }[]
  /** With a place, an offer or a draw number, but no class yet. */
  withoutClass: RosterEntry[]
  /** Who has left or was not reached. */
  others: RosterEntry[]
}

const there: readonly RosterEntry['state'][] = ['entered', 'held', 'confirmed', 'completed']

/** The roster by class. Who waits stands in the line and not here. */
export function rosterOf(entries: readonly RosterEntry[], classes: number): Roster {
  const present = entries.filter((one) => there.includes(one.state))
  return {
    classes: Array.from({ length: classes }, (_, n) => ({
      classNo: n + 1,
      entries: present.filter((one) => one.classNo === n + 1),
    })),
    withoutClass: present.filter((one) => one.classNo === null || one.classNo > classes),
    others: entries.filter((one) => !there.includes(one.state) && one.state !== 'waiting'),
  }
}
