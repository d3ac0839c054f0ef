import './surveys.css'
import type { Survey } from '@linli/contracts/surveys'
import { useState } from 'react'
import { say } from '../../../shared/ui/page/say'
import { dayWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Page } from '../../../shared/ui/page/page'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { useAnswerSurvey } from '../api'
import { surveysText } from '../text'
import { type Answers, complete, unanswered } from '../words'
import { QuestionCard } from './question-card'
import { Lead } from '../../../shared/ui/lead'

interface Props {
  survey: Survey
  now: number
  onDone: () => void
}

/** Up to five questions on one page, sent with one press. */
export function AnswerForm({ survey, now, onDone }: Props) {
  const [answers, setAnswers] = useState<Answers>(() => survey.questions.map(() => null))
  const write = useAnswerSurvey({
    label: surveysText.queuedLabel(survey.title),
    done: onDone,
    queued: () => say(surveysText.queued),
  })
  const whole = complete(answers)
  const send = () => {
    if (whole === null) return
    write.mutate({ params: { id: survey.id }, body: { answers: whole } })
  }
  const choose = (n: number, option: number) => setAnswers(answers.map((one, i) => (i === n ? option : one)))
  const bar = (
    <Button busy={write.isPending} disabled={whole === null} onTap={send}>
      {whole === null ? surveysText.left(unanswered(answers)) : surveysText.submit}
    </Button>
  )
  return (
    <Page title={surveysText.title} bar={bar}>
      <Refusal problem={write.error} />
      <Lead picture="book" title={survey.title}>
        {survey.about ?? undefined}
      </Lead>
      <Box className="stack-tight">
        <Box as="p" className="muted">
          {surveysText.by(survey.divisionName, `${dayWords(survey.endsOn, now)} `)}
        </Box>
        <Box as="p" className="muted">
          {surveysText.anonymous}
        </Box>
      </Box>
      {survey.questions.map((question, n) => (
        <QuestionCard
          key={question.title}
          n={n + 1}
          question={question}
          chosen={answers[n] ?? null}
          onChoose={(option) => choose(n, option)}
        />
      ))}
    </Page>
  )
}
