import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Row } from '../../../shared/ui/row'
import type { HomeAnswer } from '../api'
import { homeText } from '../text'

/** What somebody has to see to at once; before everything else, and in large text too. */
export const Urgent = ({ alert }: { alert: HomeAnswer['alert'] | undefined }) =>
  alert ? (
    <Box as="section" className="card urgent">
      <Row
        title={<Box className="urgent__title">{homeText.urgent}</Box>}
        under={homeText.urgentHelp(alert.waiting)}
        to={pages.careAlert(alert.id)}
      />
    </Box>
  ) : null
