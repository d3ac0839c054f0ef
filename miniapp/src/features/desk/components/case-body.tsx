import type { CaseDetail } from '@linli/contracts/cases'
import { stateTone, stateWord, wordForPurpose } from '../../../shared/terms'
import { dueWords, spanWords } from '../../../shared/time-words'
import { timelineSteps } from '../../../shared/timeline-steps'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Fact } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { Timeline } from '../../../shared/ui/timeline'
import { deskText } from '../text'
import { Contact } from './contact'
import { DayLine } from './day-line'

/** A case as staff read it. */
export function CaseBody({ one, now }: { one: CaseDetail; now: number }) {
  const { booking, note } = one
  return (
    <>
      <Box className="stack-tight">
        <Box className="between">
          <StateTag tone={stateTone[one.state]}>{stateWord[one.state]}</StateTag>
          <Box as="span" className="muted">
            {one.number}
          </Box>
        </Box>
        <Box as="h2" className="title">
          {spanWords(booking.startsAt, booking.endsAt, now)}
        </Box>
        <Box>
          {[booking.roomName, wordForPurpose(booking.purpose), deskText.people(booking.attendees)].join(
            ' · ',
          )}
        </Box>
        {one.state === 'pending' && one.dueAt !== null && (
          <Box className={`desk-row__due ${one.overdue ? 'desk-row__due--late' : ''}`}>
            {[dueWords(one.dueAt, now), ...(one.escalated ? [deskText.escalated] : [])].join(' · ')}
          </Box>
        )}
      </Box>
      <DayLine one={one} />
      <Card title={deskText.facts}>
        {note !== null && <Fact name={deskText.note}>{note}</Fact>}
        <Fact name={deskText.place}>{`${booking.facilityName}，${one.address}`}</Fact>
        <Contact key={one.id} one={one} />
      </Card>
      <Card title={deskText.progress}>
        <Timeline steps={timelineSteps(one, now)} />
      </Card>
    </>
  )
}
