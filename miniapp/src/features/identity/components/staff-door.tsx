import type { Me } from '@linli/contracts/identity'
import { staffGrants } from '../../../shared/grants'
import { pages } from '../../../shared/pages'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { identityText } from '../text'

/** The way to the staff's face, for those who have it. */
export function StaffDoor({ me }: { me: Me }) {
  const grants = staffGrants(me)
  if (grants.length === 0) return null
  const where = grants.map((grant) => grant.divisionName).join('、')
  return (
    <Card>
      <Row title={identityText.staff} under={identityText.staffHelp(where)} to={pages.desk} />
    </Card>
  )
}
