import type { CaseDetail } from '@linli/contracts/cases'
import { pages } from '../../../shared/navigation/pages'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { casesText } from '../text'

/** The way to a rating that was given. */
export const MyRating = ({ one: { id, rating } }: { one: CaseDetail }) =>
  rating?.rated === true ? (
    <Card>
      <Row title={casesText.myRating} under={casesText.myRatingHelp} to={pages.rate(id)} />
    </Card>
  ) : null
