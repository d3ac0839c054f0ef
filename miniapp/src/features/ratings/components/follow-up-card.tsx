import type { MyRating, RatingPage } from '@linli/contracts/ratings'
import { pages } from '../../../shared/navigation/pages'
import { followUpFace } from '../follow-up/face'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Overturned } from '../follow-up/overturned'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { VerdictForm } from '../follow-up/verdict-form'
import type { RatingDoor } from '../door'
import { ratingsText } from '../text'
import { promiseWords } from '../words'

interface Props {
  page: RatingPage
  rating: MyRating
  followUp: NonNullable<MyRating['followUp']>
  door: RatingDoor
}

/** How far the follow-up of a bad grade has come; where it waits for the rater, the two answers. */
export function FollowUpCard({ page, rating, followUp: { id, state }, door }: Props) {
  const { busy, problem, send } = door.verdict
  const standing = { state, lapsesAt: null, waitingFor: 'nobody' } as const
  const tag = (
    <StateTag tone={followUpFace.tone(standing)}>{followUpFace.state(standing, 0, 'party')}</StateTag>
  )
  return (
    <>
      <Card {...(door.bySlip ? { title: ratingsText.followUp } : {})}>
        {door.bySlip ? tag : <Row title={ratingsText.followUp} under={tag} to={pages.case(id)} />}
        {(state === 'contacting' || (state === 'rectifying' && page.confidential && !rating.named)) && (
          <Box as="p" className="muted my-promise">
            {promiseWords(page, rating.named)}
          </Box>
        )}
      </Card>
      {state === 'overturned' && <Overturned />}
      {state === 'verdict' && (
        <VerdictForm
          id={`rating-verdict-${page.caseId}`}
          busy={busy}
          problem={problem}
          worded={page.confidential || rating.supplement !== null}
          onSay={send}
        />
      )}
    </>
  )
}
