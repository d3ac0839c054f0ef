import type { Me } from '@linli/contracts/identity'
import { staffGrants } from '../../../shared/staff/grants'
import { type StaffDoor as Door, staffDoors } from '../../../shared/staff/staff-doors'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { identityText } from '../text'

const words: Record<Door, { title: string; under: (where: string) => string }> = {
  desk: { title: identityText.staff, under: identityText.staffHelp },
  accounts: { title: identityText.accounts, under: () => identityText.accountsHelp },
  followUps: { title: identityText.followUps, under: () => identityText.followUpsHelp },
  deskCare: { title: identityText.deskCare, under: () => identityText.deskCareHelp },
  feedback: { title: identityText.deskFeedback, under: () => identityText.deskFeedbackHelp },
  visits: { title: identityText.visits, under: () => identityText.visitsHelp },
  elders: { title: identityText.elders, under: () => identityText.eldersHelp },
  matters: { title: identityText.matters, under: () => identityText.mattersHelp },
  hall: { title: identityText.hall, under: () => identityText.hallHelp },
  carer: { title: identityText.carer, under: () => identityText.carerHelp },
}

/** The ways to the staff's and the carers' faces, for those who have them. */
export function StaffDoor({ me }: { me: Me }) {
  const doors = staffDoors(me)
  if (doors.length === 0) return null
  const where = staffGrants(me)
    .map((grant) => grant.divisionName)
    .join('、')
  return (
    <Card>
      {doors.map(({ door, to }) => (
        <Row key={door} title={words[door].title} under={words[door].under(where)} to={to} />
      ))}
    </Card>
  )
}
