import '../components/rating-texts.css'
import type { Grant } from '@linli/contracts/identity'
import { useState } from 'react'
import { judgesIn } from '../../../shared/staff/grants'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { Blank } from '../../../shared/ui/answers/blank'
import { Choice } from '../../../shared/forms/choice'
import { Listed } from '../../../shared/ui/answers/listed'
import { Scoped } from '../../../shared/staff/scoped'
import { Lead } from '../../../shared/ui/lead'
import { type TextToAnswer, type TextsShown, useTextsToAnswer } from '../api'
import { Doubtful } from '../components/doubtful'
import { TextItem } from '../components/item'
import { ReplySheet } from '../components/reply-sheet'
import { textsText } from '../text'

const answering: readonly TextsShown[] = ['open', 'answered']

/** What people wrote of finished cases, to be answered once each. */
export default function RatingTextsPage() {
  return (
    <Scoped title={textsText.title} returnTo={pages.ratingTexts} className="said-page" opens="work">
      {(grant: Grant) => <Texts key={grant.division} division={grant.division} />}
    </Scoped>
  )
}

function Texts({ division }: { division: string }) {
  const [show, setShow] = useState<TextsShown | 'doubtful'>('open')
  const shows = judgesIn(useMe(), division) ? [...answering, 'doubtful' as const] : answering
  return (
    <>
      <Choice
        label={textsText.filter}
        options={shows.map((value) => ({ value, word: textsText.shows[value] }))}
        chosen={show}
        onChoose={setShow}
      />
      {show === 'doubtful' ? <Doubtful division={division} /> : <ToAnswer division={division} show={show} />}
    </>
  )
}

function ToAnswer({ division, show }: { division: string; show: TextsShown }) {
  const [one, setOne] = useState<TextToAnswer | null>(null)
  const query = useTextsToAnswer(division, show)
  return (
    <>
      <Lead picture="post">{textsText.masked}</Lead>
      <Listed
        query={query}
        blocks={[150, 150, 150]}
        of={(page) => page.texts}
        none={<Blank picture="tea" title={textsText.empty[show]} help={textsText.emptyHelp} />}
      >
        {(texts) => texts.map((text) => <TextItem key={text.id} one={text} onReply={() => setOne(text)} />)}
      </Listed>
      {one !== null && <ReplySheet one={one} onClose={() => setOne(null)} />}
    </>
  )
}
