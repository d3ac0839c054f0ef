import { pages } from '../../../shared/navigation/pages'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { identityText } from '../text'

/** What everybody may read of the service and say to it, signed in or not. */
export const AboutDoor = () => (
  <Card>
    <Row icon="info" title={identityText.helpRow} under={identityText.helpUnder} to={pages.text('help')} />
    <Row icon="send" title={identityText.feedback} under={identityText.feedbackUnder} to={pages.feedback} />
    <Row icon="home" title={identityText.about} under={identityText.aboutUnder} to={pages.text('about')} />
  </Card>
)
