import type { Me } from '@linli/contracts/identity'
import { followsUpIn, isCarer, judgesIn, staffGrants, workGrants, worksIn } from './grants'
import { pages } from './pages'

export type StaffDoor = 'desk' | 'accounts' | 'followUps' | 'deskCare' | 'carer' | 'feedback'
export type RatingDoor = 'followUps' | 'texts' | 'doubtful' | 'figures' | 'surveys'

/** The ways to the staff's and the carers' faces: only those that open. */
export function staffDoors(me: Me): { door: StaffDoor; to: string }[] {
  const doors: [boolean, StaffDoor, string][] = [
    [staffGrants(me).length > 0, 'desk', pages.desk],
    [staffGrants(me).some(({ division }) => followsUpIn(me, division)), 'followUps', pages.followUps],
    // Who only watches over a division sees no papers, plans and verifies nothing.
    [workGrants(me).length > 0, 'accounts', pages.deskAccounts],
    [workGrants(me).length > 0, 'deskCare', pages.deskProgrammes],
    [staffGrants(me).length > 0, 'feedback', pages.deskFeedback],
    [isCarer(me), 'carer', pages.careToday],
  ]
  return doors.filter(([opens]) => opens).map(([, door, to]) => ({ door, to }))
}

/** What people think of the work in one division; `doubtful` is the part of the texts that is for a unit above. */
export function ratingDoors(me: Me | null, division: string): RatingDoor[] {
  const doors: [boolean, RatingDoor][] = [
    [followsUpIn(me, division), 'followUps'],
    [worksIn(me, division), 'texts'],
    [judgesIn(me, division), 'doubtful'],
    [true, 'figures'],
    [true, 'surveys'],
  ]
  return doors.filter(([opens]) => opens).map(([, door]) => door)
}
