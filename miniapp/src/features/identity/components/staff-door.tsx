import type { Me } from '@linli/contracts/identity'
import { staffGrants } from '../../../shared/staff/grants'
import { type StaffDoor as Door, staffDoors } from '../../../shared/staff/staff-doors'
import type { IconName } from '../../../shared/ui/base/icon'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { identityText } from '../text'

const words: Record<Door, { icon: IconName; title: string; under: (where: string) => string }> = {
  desk: { icon: 'desk', title: identityText.staff, under: identityText.staffHelp },
  accounts: { icon: 'key', title: identityText.accounts, under: () => identityText.accountsHelp },
  followUps: { icon: 'chart', title: identityText.followUps, under: () => identityText.followUpsHelp },
  deskCare: { icon: 'care', title: identityText.deskCare, under: () => identityText.deskCareHelp },
  feedback: { icon: 'send', title: identityText.deskFeedback, under: () => identityText.deskFeedbackHelp },
  visits: { icon: 'hand', title: identityText.visits, under: () => identityText.visitsHelp },
  elders: { icon: 'people', title: identityText.elders, under: () => identityText.eldersHelp },
  matters: { icon: 'law', title: identityText.matters, under: () => identityText.mattersHelp },
  hall: { icon: 'room', title: identityText.hall, under: () => identityText.hallHelp },
  carer: { icon: 'check', title: identityText.carer, under: () => identityText.carerHelp },
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
        <Row
          key={door}
          icon={words[door].icon}
          title={words[door].title}
          under={words[door].under(where)}
          to={to}
        />
      ))}
    </Card>
  )
}
