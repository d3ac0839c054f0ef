import type { MyRating, RatingPage } from '@linli/contracts/ratings'
import { gradeWord, reasonWord } from '@linli/contracts/words'
import { useState } from 'react'
import { momentWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { Chip } from '../../../shared/ui/tag'
import type { RatingDoor } from '../door'
import { ratingsText } from '../text'
import {
  canSupplement,
  saysWho,
  servedWords,
  shownWords,
  supplementShownWords,
  supplementStateWords,
  textStateWords,
} from '../words'
import { EraseSheet } from './erase-sheet'
import { FollowUpCard } from './follow-up-card'
import { GradeMark, gradeTone } from './grade-mark'
import { SupplementSheet } from './supplement-sheet'

interface Props {
  page: RatingPage
  rating: MyRating
  door: RatingDoor
  /** It has just been given. */
  fresh: boolean
}

const sheets = { erase: EraseSheet, supplement: SupplementSheet }

/** What I said, how far it has come, and what may still be done. */
export function Rated({ page, rating, door, fresh }: Props) {
  const now = useNow()
  const [open, setOpen] = useState<keyof typeof sheets | null>(null)
  const Sheet = open === null ? null : sheets[open]
  return (
    <Page title={ratingsText.mine} phone={page.communityPhone}>
      {fresh && (
        <Box className="thanks" role="status">
          <Icon name="check" />
          <Box as="span">{ratingsText.thanks + (door.bySlip ? ratingsText.closeThis : '')}</Box>
        </Box>
      )}
      <Card>
        <MyGrade page={page} rating={rating} now={now} />
        <MyWords rating={rating} now={now} onErase={door.bySlip ? null : () => setOpen('erase')} />
      </Card>
      {rating.followUp !== null && (
        <FollowUpCard rating={rating} followUp={rating.followUp} page={page} door={door} />
      )}
      {rating.supplement !== null && (
        <MySupplement rating={rating} supplement={rating.supplement} now={now} />
      )}
      {!door.bySlip && !page.confidential && canSupplement(rating) && (
        <Button look="ghost" onTap={() => setOpen('supplement')}>
          {ratingsText.supplementDo}
        </Button>
      )}
      {rating.reply !== null && (
        <Card title={ratingsText.reply}>
          <Box as="p">{rating.reply.text}</Box>
          <Box className="muted">
            {ratingsText.replyBy(rating.reply.by, momentWords(rating.reply.at, now))}
          </Box>
        </Card>
      )}
      {Sheet !== null && <Sheet caseId={page.caseId} onClose={() => setOpen(null)} />}
    </Page>
  )
}

const MyGrade = ({ page, rating, now }: { page: RatingPage; rating: MyRating; now: number }) => (
  <>
    <Box className={`my-grade rate-grade--${gradeTone[rating.grade]}`}>
      <GradeMark grade={rating.grade} />
      <Box as="h2" className="title">
        {gradeWord[rating.grade]}
      </Box>
    </Box>
    <Box className="muted">{`${servedWords(page, now)} · ${page.communityName}`}</Box>
    {rating.reasons.length > 0 && (
      <Box className="wrap my-reasons">
        {rating.reasons.map((one) => (
          <Chip key={one}>{reasonWord[one]}</Chip>
        ))}
      </Box>
    )}
    <Box className="muted">{saysWho(page, rating.named)}</Box>
  </>
)

interface MySupplementProps {
  rating: MyRating
  supplement: NonNullable<MyRating['supplement']>
  now: number
}

function MySupplement({ rating, supplement, now }: MySupplementProps) {
  const [shown, state] = [supplementShownWords(rating), supplementStateWords(rating)]
  return (
    <Card title={ratingsText.supplement}>
      <Box as="p">{supplement.text ?? ratingsText.erased}</Box>
      {shown !== null && <Box as="p">{shown}</Box>}
      {state !== null && <Box className="muted">{state}</Box>}
      <Box className="muted">{momentWords(supplement.at, now)}</Box>
    </Card>
  )
}

interface MyWordsProps {
  rating: MyRating
  now: number
  onErase: (() => void) | null
}

function MyWords({ rating, now, onErase }: MyWordsProps) {
  const [shown, state] = [shownWords(rating), textStateWords(rating, now)]
  if (rating.text === null || state === null) return null
  return (
    <Box className="my-words">
      <Box as="p">{rating.text}</Box>
      {shown !== null && <Box as="p">{shown}</Box>}
      <Box className="muted">{state}</Box>
      {onErase !== null && (
        <Button look="plain" onTap={onErase}>
          {ratingsText.erase}
        </Button>
      )}
    </Box>
  )
}
