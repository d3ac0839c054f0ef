import type { CaseDetail } from '@linli/contracts/cases'
import { pages } from '../../../shared/navigation/pages'
import { Card } from '../../../shared/ui/card'
import { Fact, Row } from '../../../shared/ui/row'
import { casesText } from '../text'
import { followUpText } from './text'

interface Props {
  one: CaseDetail
  ratedId: string
  onDisclose: () => void
}

/** To the rating itself, and the quiet way to be known by the unit. */
export const FollowUpFacts = ({ one, ratedId, onDisclose }: Props) => (
  <Card>
    <Row title={followUpText.rating} under={followUpText.ratingHelp} to={pages.rate(ratedId)} />
    {one.can.includes('disclose') && (
      <Row title={followUpText.disclose} under={followUpText.discloseHelp} onTap={onDisclose} />
    )}
    <Fact name={casesText.number}>{one.number}</Fact>
  </Card>
)
