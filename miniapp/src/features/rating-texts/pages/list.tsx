import '../components/rating-texts.css'
import type { Grant } from '@linli/contracts/identity'
import { useState } from 'react'
import { pages } from '../../../shared/pages'
import { Age } from '../../../shared/ui/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Choice } from '../../../shared/ui/choice'
import { Failure } from '../../../shared/ui/failure'
import { Scoped } from '../../../shared/ui/scoped'
import { Skeleton } from '../../../shared/ui/skeleton'
import { frameText } from '../../../shared/ui/text'
import { type TextToAnswer, type TextsShown, useTextsToAnswer } from '../api'
import { TextItem } from '../components/item'
import { ReplySheet } from '../components/reply-sheet'
import { textsText } from '../text'

const shows: readonly TextsShown[] = ['open', 'answered']

/** What people wrote of finished cases, to be answered once each. */
export default function RatingTextsPage() {
  return (
    <Scoped title={textsText.title} returnTo={pages.ratingTexts} className="said-page">
      {(grant: Grant) => <Texts key={grant.division} division={grant.division} />}
    </Scoped>
  )
}

function Texts({ division }: { division: string }) {
  const [show, setShow] = useState<TextsShown>('open')
  const [answering, setAnswering] = useState<TextToAnswer | null>(null)
  const query = useTextsToAnswer(division, show)
  return (
    <>
      <Choice
        label={textsText.filter}
        options={shows.map((value) => ({ value, word: textsText.shows[value] }))}
        chosen={show}
        onChoose={setShow}
      />
      <Box className="muted">{textsText.masked}</Box>
      <Items query={query} show={show} onReply={setAnswering} />
      {answering !== null && <ReplySheet one={answering} onClose={() => setAnswering(null)} />}
    </>
  )
}

interface ItemsProps {
  query: ReturnType<typeof useTextsToAnswer>
  show: TextsShown
  onReply: (one: TextToAnswer) => void
}

function Items({ query, show, onReply }: ItemsProps) {
  const texts = query.data?.pages.flatMap((page) => page.texts)
  if (texts === undefined) {
    if (query.isError) return <Failure problem={query.error} again={() => void query.refetch()} />
    return <Skeleton blocks={[150, 150, 150]} />
  }
  return (
    <>
      <Age of={query} />
      {texts.length === 0 && <Blank icon="check" title={textsText.empty[show]} help={textsText.emptyHelp} />}
      {texts.map((one) => (
        <TextItem key={one.id} one={one} onReply={() => onReply(one)} />
      ))}
      {query.hasNextPage && (
        <Button look="plain" busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
          {frameText.more}
        </Button>
      )}
    </>
  )
}
