import type { CaseDetail } from '@linli/contracts/cases'
import { stateWord } from '@linli/contracts/words'
import { stateWords, whatWords, whenWords } from '../../../shared/cases/case-words'
import { stateTone } from '../../../shared/cases/terms'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { StateTag } from '../../../shared/ui/tag'
import { followUpText } from '../follow-up/text'
import { gradedWords } from '../follow-up/words'
import { casesText } from '../text'
import { nextWords, openQuestion } from '../words'

/** The state in words first, then what happens next and by when. */
export function CaseHead({ one, now }: { one: CaseDetail; now: number }) {
  const question = openQuestion(one)
  const [first, second] = headWords(one, now)
  return (
    <Card>
      <Box className="stack-tight">
        <StateTag tone={stateTone[one.state]}>{tagWords(one, now)}</StateTag>
        <Box as="h2" className="title">
          {first}
        </Box>
        <Box>{second}</Box>
        {question !== null && <Box className="strong">{casesText.ask(question)}</Box>}
        <Box className="muted">{nextWords(one, now)}</Box>
      </Box>
    </Card>
  )
}

/** The offer below says until when. */
const tagWords = (one: CaseDetail, now: number) =>
  one.state === 'held' && one.readAs === 'party' ? stateWord.held : stateWords(one, now, one.readAs)

/** Of a room first when, of a place first who and where, of a follow-up first what was rated. */
const headWords = (one: CaseDetail, now: number) =>
  one.followUp !== null
    ? [followUpText.title(one.followUp.title), gradedWords(one)]
    : one.booking === null
      ? [whatWords(one), whenWords(one, now)]
      : [whenWords(one, now), `${whatWords(one)} · ${casesText.people(one.booking.attendees)}`]
