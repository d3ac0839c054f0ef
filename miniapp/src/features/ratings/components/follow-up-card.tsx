import type { MyRating, RatingPage } from '@linli/contracts/ratings'
import { stateWord } from '@linli/contracts/words'
import { pages } from '../../../shared/navigation/pages'
import { stateTone } from '../../../shared/cases/terms'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Overturned } from '../../../shared/cases/overturned'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { VerdictForm } from '../../../shared/cases/verdict-form'
import type { RatingDoor } from '../door'
import { ratingsText } from '../text'

interface Props {
  page: RatingPage
  rating: MyRating
  followUp: NonNullable<MyRating['followUp']>
  door: RatingDoor
}

/** How far the follow-up of a bad grade has come; where it waits for the rater, the two answers. */
export function FollowUpCard({ page, rating, followUp: { id, state }, door }: Props) {
  const { busy, problem, send } = door.verdict
  const tag = <StateTag tone={stateTone[state]}>{stateWord[state]}</StateTag>
  return (
    <>
      <Card {...(door.bySlip ? { title: ratingsText.followUp } : {})}>
        {door.bySlip ? tag : <Row title={ratingsText.followUp} under={tag} to={pages.case(id)} />}
        {state === 'contacting' && (
          <Box as="p" className="muted my-promise">
            {ratingsText.promise(page.contactDays, page.rectifyDays)}
          </Box>
        )}
      </Card>
      {state === 'overturned' && <Overturned />}
      {state === 'verdict' && (
        <VerdictForm
          id={`rating-verdict-${page.caseId}`}
          busy={busy}
          problem={problem}
          worded={rating.supplement !== null}
          onSay={send}
        />
      )}
    </>
  )
}
