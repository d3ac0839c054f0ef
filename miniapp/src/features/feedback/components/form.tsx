import { type FeedbackAbout, longestFeedback } from '@linli/contracts/feedback'
import { useState } from 'react'
import { useCommunity } from '../../../shared/app-state/community'
import { pages } from '../../../shared/navigation/pages'
import { faultText } from '../../../shared/http/problem-text'
import { missingWords } from '../../../shared/forms/missing-words'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Row } from '../../../shared/ui/row'
import { useWriteFeedback } from '../api'
import { feedbackText } from '../text'

const abouts: readonly FeedbackAbout[] = ['app', 'service']

/** What somebody wants to say; nothing is asked for that is not needed. */
export function FeedbackForm() {
  const community = useCommunity()
  const [about, setAbout] = useState<FeedbackAbout | null>(null)
  const [text, setText] = useState('')
  const [phone, setPhone] = useState('')
  const write = useWriteFeedback(() => {
    setText('')
    setPhone('')
    say(feedbackText.sent)
  })
  const needs = missingWords([
    [community !== null, feedbackText.community],
    [about !== null, feedbackText.about],
    [text.trim() !== '', feedbackText.words],
  ])
  const send = () => {
    if (community === null || about === null) return
    const call = phone.trim() === '' ? {} : { phone: phone.trim() }
    write.mutate({ body: { community: community.code, about, text: text.trim(), ...call } })
  }
  return (
    <Card>
      <Refusal problem={write.error?.errors.length === 0 ? write.error : null} />
      <Row
        title={feedbackText.community}
        end={community?.name ?? feedbackText.noCommunity}
        to={pages.communities}
      />
      <Box className="label">{feedbackText.about}</Box>
      <Choice
        label={feedbackText.about}
        options={abouts.map((value) => ({ value, word: feedbackText.abouts[value] }))}
        chosen={about}
        onChoose={setAbout}
      />
      <Box className="feedback__fields">
        <Field
          id="feedback-text"
          tall
          label={feedbackText.words}
          placeholder={feedbackText.wordsHint}
          maxLength={longestFeedback}
          value={text}
          fault={faultText(write.error, 'body.text')}
          onInput={setText}
        />
        <Field
          id="feedback-phone"
          kind="phone"
          optional
          label={feedbackText.phone}
          help={feedbackText.phoneHelp}
          maxLength={60}
          value={phone}
          fault={faultText(write.error, 'body.phone')}
          onInput={setPhone}
        />
      </Box>
      <Button busy={write.isPending} needs={needs} onTap={send}>
        {feedbackText.send}
      </Button>
    </Card>
  )
}
