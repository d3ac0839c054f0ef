import '../components/feedback.css'
import type { Grant } from '@linli/contracts/identity'
import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { say } from '../../../shared/ui/page/say'
import { Blank } from '../../../shared/ui/answers/blank'
import { Choice } from '../../../shared/forms/choice'
import { Listed } from '../../../shared/ui/answers/listed'
import { NoteSheet } from '../../../shared/ui/sheets/note-sheet'
import { Scoped } from '../../../shared/staff/scoped'
import { Lead } from '../../../shared/ui/lead'
import { type One, type Shown, useAnswerFeedback, useFeedback } from '../api'
import { DeskItem } from '../components/desk-item'
import { feedbackText } from '../text'

const shows: readonly Shown[] = ['open', 'answered']

/** What people say of the app and the service, for those who can change it: answered once each. */
export default function FeedbackDeskPage() {
  return (
    <Scoped title={feedbackText.deskTitle} returnTo={pages.deskFeedback} className="feedback-desk">
      {(grant: Grant) => <Waiting key={grant.division} division={grant.division} />}
    </Scoped>
  )
}

function Waiting({ division }: { division: string }) {
  const [show, setShow] = useState<Shown>('open')
  const [one, setOne] = useState<One | null>(null)
  return (
    <>
      <Choice
        label={feedbackText.filter}
        options={shows.map((value) => ({ value, word: feedbackText.shows[value] }))}
        chosen={show}
        onChoose={setShow}
      />
      <Lead picture="post">{feedbackText.masked}</Lead>
      <Listed
        query={useFeedback(division, show)}
        blocks={[140, 140]}
        of={(page) => page.feedback}
        none={<Blank picture="tea" title={feedbackText.empty[show]} help={feedbackText.emptyHelp} />}
      >
        {(all) => all.map((each) => <DeskItem key={each.id} one={each} onReply={() => setOne(each)} />)}
      </Listed>
      {one !== null && <Reply one={one} onClose={() => setOne(null)} />}
    </>
  )
}

function Reply({ one, onClose }: { one: One; onClose: () => void }) {
  const answer = useAnswerFeedback(() => {
    say(feedbackText.replied)
    onClose()
  })
  return (
    <NoteSheet
      title={feedbackText.replyTitle}
      label={feedbackText.reply}
      help={feedbackText.replyHelp}
      about={one.text}
      problem={answer.error}
      path="body.text"
      send={feedbackText.reply}
      busy={answer.isPending}
      onSend={(text) => answer.mutate({ params: { id: one.id }, body: { text } })}
      onClose={onClose}
    />
  )
}
