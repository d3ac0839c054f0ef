import type { Me } from '@linli/contracts/identity'
import { isCommunity } from '@linli/contracts/ladder'
import {
  adviserGrants,
  bringsWord,
  followsUpIn,
  hallGrants,
  isCarer,
  isUnit,
  judgesIn,
  staffGrants,
  workGrants,
  worksIn,
} from './grants'
import { pages } from '../navigation/pages'

export type StaffDoor =
  | 'desk'
  | 'accounts'
  | 'followUps'
  | 'deskCare'
  | 'carer'
  | 'feedback'
  | 'matters'
  | 'visits'
  | 'elders'
  | 'hall'
export type DeskDoor =
  | 'board'
  | 'bookings'
  | 'roomUse'
  | 'rooms'
  | 'accounts'
  | 'deskCare'
  | 'tasks'
  | 'filedNeed'
  | 'filedBooking'
  | 'followUps'
  | 'texts'
  | 'doubtful'
  | 'figures'
  | 'surveys'
  | 'feedback'
  | 'elders'
  | 'visited'
  | 'tasksBelow'
  | 'volunteers'
  | 'teams'

/** The ways to the staff's and the carers' faces: only those that open. */
export function staffDoors(me: Me): { door: StaffDoor; to: string }[] {
  const doors: [boolean, StaffDoor, string][] = [
    [staffGrants(me).length > 0, 'desk', pages.desk],
    [staffGrants(me).some(({ division }) => followsUpIn(me, division)), 'followUps', pages.followUps],
    // Who only watches over a division sees no papers, plans and verifies nothing.
    [workGrants(me).length > 0, 'accounts', pages.deskAccounts],
    [workGrants(me).length > 0, 'deskCare', pages.deskProgrammes],
    [staffGrants(me).length > 0, 'feedback', pages.deskFeedback],
    [bringsWord(me), 'visits', pages.contactVisits],
    [workGrants(me).some(({ division }) => isCommunity(division)), 'elders', pages.visits],
    [isCarer(me), 'carer', pages.careToday],
    [adviserGrants(me).length > 0, 'matters', pages.adviserMatters],
    // Whoever is staff there as well comes to it from the desk.
    [hallGrants(me).some(isUnit), 'hall', pages.desk],
  ]
  return doors.filter(([opens]) => opens).map(([, door, to]) => ({ door, to }))
}

/** A partner unit's desk leads to what it does with its own hall. */
const unitDoors: readonly DeskDoor[] = ['board', 'bookings', 'rooms', 'filedBooking']

/** What the desk of one division leads to; `doubtful` is the part of the texts that is for a unit above. */
export function deskDoors(me: Me | null, division: string): DeskDoor[] {
  if (hallGrants(me).some((one) => one.division === division && isUnit(one))) return [...unitDoors]
  const doors: [boolean, DeskDoor][] = [
    [true, 'board'],
    [true, 'bookings'],
    [true, 'roomUse'],
    [worksIn(me, division), 'rooms'],
    [worksIn(me, division), 'filedBooking'],
    [worksIn(me, division), 'accounts'],
    [worksIn(me, division), 'deskCare'],
    [worksIn(me, division) && isCommunity(division), 'elders'],
    [!isCommunity(division), 'visited'],
    [!isCommunity(division), 'tasksBelow'],
    [worksIn(me, division), 'volunteers'],
    [worksIn(me, division) && division.length >= 9, 'teams'],
    [worksIn(me, division), 'filedNeed'],
    [worksIn(me, division), 'tasks'],
    [followsUpIn(me, division), 'followUps'],
    [worksIn(me, division), 'texts'],
    [judgesIn(me, division), 'doubtful'],
    [true, 'figures'],
    [true, 'surveys'],
    [true, 'feedback'],
  ]
  return doors.filter(([opens]) => opens).map(([, door]) => door)
}
