import type { CaseDetail } from '@linli/contracts/cases'
import { stateTone, stateWord, wordForPurpose } from '../../../shared/terms'
import { spanWords } from '../../../shared/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { StateTag } from '../../../shared/ui/tag'
import { casesText } from '../text'
import { nextWords, openQuestion } from '../words'

/** The state in words first, then what happens next and by when. */
export function CaseHead({ one, now }: { one: CaseDetail; now: number }) {
  const { booking } = one
  const question = openQuestion(one)
  return (
    <Card>
      <Box className="stack-tight">
        <StateTag tone={stateTone[one.state]}>{stateWord[one.state]}</StateTag>
        <Box as="h2" className="title">
          {spanWords(booking.startsAt, booking.endsAt, now)}
        </Box>
        <Box>
          {[booking.roomName, wordForPurpose(booking.purpose), casesText.people(booking.attendees)].join(
            ' · ',
          )}
        </Box>
        {question !== null && <Box className="strong">{casesText.ask(question)}</Box>}
        <Box className="muted">{nextWords(one, now)}</Box>
      </Box>
    </Card>
  )
}
