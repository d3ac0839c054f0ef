import { pages } from '../../../shared/navigation/pages'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { identityText } from '../text'

/** Everybody may take their data along, and have it gone. */
export const OwnData = () => (
  <Card>
    <Row icon="doc" title={identityText.exportMe} to={pages.exportMe} />
    <Row icon="exit" title={identityText.leave} to={pages.leave} />
  </Card>
)
