import './who.css'
import type { Me } from '@linli/contracts/identity'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Picture } from '../../../shared/ui/picture'
import { Row } from '../../../shared/ui/row'
import { identityText } from '../text'

/** Who is signed in: how they are called, and at which number. */
export const Who = ({ me }: { me: Me }) => (
  <Card>
    <Tap className="who" to={pages.name}>
      <Picture of="home" shape="tile" eager />
      <Box className="who__words">
        <Box className="who__name">{me.name ?? identityText.noName}</Box>
        <Box className="muted">{me.community?.name ?? identityText.noCommunity}</Box>
      </Box>
      <Box as="span" className="muted">
        {identityText.rename}
      </Box>
      <Icon name="next" />
    </Tap>
    <Row icon="tel" title={identityText.phone} end={me.phone ?? identityText.noPhone} to={pages.phone} />
  </Card>
)
