import type { Me } from '@linli/contracts/identity'
import { pages } from '../../../shared/pages'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { identityText } from '../text'

export const Who = ({ me }: { me: Me }) => (
  <Card>
    <Row title={me.name ?? identityText.noName} under={me.phone ?? identityText.noPhone} to={pages.name} />
  </Card>
)
