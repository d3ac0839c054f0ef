import type { FollowUpCaseDetail } from '@linli/contracts/follow-up-case'
import { pages } from '../../../shared/navigation/pages'
import { Row } from '../../../shared/ui/row'
import { followUpText } from './text'

interface Props {
  one: FollowUpCaseDetail
  onAsk: (sheet: string) => void
}

/** To the rating itself, and the quiet way to be known. */
export const FollowUpFacts = ({ one, onAsk }: Props) => {
  const said = one.facts.confidential ? followUpText.confidential : followUpText
  return (
    <>
      <Row title={followUpText.rating} under={said.ratingHelp} to={pages.rate(one.facts.ratedId)} />
      {one.can.includes('disclose') && (
        <Row title={said.disclose} under={said.discloseHelp} onTap={() => onAsk('disclose')} />
      )}
    </>
  )
}
