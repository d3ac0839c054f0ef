import type { Me } from '@linli/contracts/identity'
import { pages } from '../../../shared/navigation/pages'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { identityText } from '../text'

export const Who = ({ me }: { me: Me }) => (
  <Card>
    <Row title={identityText.name} end={me.name ?? identityText.noName} to={pages.name} />
    <Row title={identityText.phone} end={me.phone ?? identityText.noPhone} to={pages.phone} />
  </Card>
)
