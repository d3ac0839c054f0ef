import { type RatingPage, isBad } from '@linli/contracts/ratings'
import { useNow } from '../../../shared/time/use-now'
import { useShowFault } from '../../../shared/forms/use-show-fault'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { Refusal } from '../../../shared/ui/answers/refusal'
import type { RatingDoor } from '../door'
import type { UsedDraft } from '../draft'
import { ratingsText } from '../text'
import { promiseWords, reasonsOffered, saysWho, servedWords, wishOf } from '../words'
import { Grades } from './grades'
import { OwnWords } from './own-words'
import { Reasons } from './reasons'
import { Lead } from '../../../shared/ui/lead'

interface Props {
  page: RatingPage
  door: RatingDoor
  draft: UsedDraft
}

/** One screen: the grade, and what somebody may add to it. */
export function RateForm({ page, door: { rate }, draft: used }: Props) {
  const now = useNow()
  useShowFault(rate.problem)
  const { draft, change } = used
  const wish = wishOf(page, draft)
  // A long page: what the press came to is said where it was pressed.
  const submit = (
    <>
      <Refusal problem={rate.problem?.errors.length === 0 ? rate.problem : null} />
      <Button
        busy={rate.busy}
        needs={wish === null && ratingsText.gradeFirst}
        onTap={() => wish !== null && rate.send(wish)}
      >
        {ratingsText.submit}
      </Button>
    </>
  )
  return (
    <Page title={ratingsText.title} phone={page.communityPhone} bar={submit}>
      <Lead picture="tea" title={`${servedWords(page, now)} · ${page.communityName}`}>
        {saysWho(page, draft.named && draft.grade !== null && isBad(draft.grade))}
      </Lead>
      <Grades chosen={draft.grade} onChoose={(grade) => change({ grade })} />
      {draft.grade !== null && (
        <>
          <Reasons
            grade={draft.grade}
            offered={reasonsOffered(page, draft)}
            chosen={wish?.reasons ?? []}
            onChoose={(reasons) => change({ reasons })}
          />
          {isBad(draft.grade) && (
            <Card>
              <Box as="p">{promiseWords(page, draft.named)}</Box>
            </Card>
          )}
          <OwnWords page={page} draft={used} problem={rate.problem} />
        </>
      )}
    </Page>
  )
}
