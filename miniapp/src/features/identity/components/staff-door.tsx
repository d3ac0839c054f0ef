import type { Me } from '@linli/contracts/identity'
import { isCarer, staffGrants } from '../../../shared/grants'
import { pages } from '../../../shared/pages'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { identityText } from '../text'

/** The ways to the staff's and the carers' faces, for those who have them. */
export function StaffDoor({ me }: { me: Me }) {
  const grants = staffGrants(me)
  const carer = isCarer(me)
  if (grants.length === 0 && !carer) return null
  const where = grants.map((grant) => grant.divisionName).join('、')
  return (
    <Card>
      {grants.length > 0 && (
        <>
          <Row title={identityText.staff} under={identityText.staffHelp(where)} to={pages.desk} />
          <Row title={identityText.followUps} under={identityText.followUpsHelp} to={pages.followUps} />
          <Row title={identityText.deskCare} under={identityText.deskCareHelp} to={pages.deskProgrammes} />
        </>
      )}
      {carer && <Row title={identityText.carer} under={identityText.carerHelp} to={pages.careToday} />}
    </Card>
  )
}
