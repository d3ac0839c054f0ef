import type { CaseDetail } from '@linli/contracts/cases'
import { typeWord } from '@linli/contracts/words'
import { stateWords, whatWords, whenWords } from '../../../shared/cases/case-words'
import { pages } from '../../../shared/navigation/pages'
import { stateTone } from '../../../shared/cases/terms'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { CaseTimeline } from '../../../shared/cases/case-timeline'
import { Contact } from '../../../shared/staff/contact'
import { Fact, Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { useContact } from '../api'
import { deskText } from '../text'
import { deskDue } from '../words'
import { DayLine } from './day-line'
import { PrintSlip } from './slip'

/** A case as staff read it. */
export function CaseBody({ one, now }: { one: CaseDetail; now: number }) {
  const { booking, enrolment, note } = one
  return (
    <>
      <Box className="stack-tight">
        <Box className="between">
          <StateTag tone={stateTone[one.state]}>{stateWords(one, now, 'staff')}</StateTag>
          <Box as="span" className="muted">
            {one.number}
          </Box>
        </Box>
        <Box as="h2" className="title">
          {booking === null ? whatWords(one) : whenWords(one, now)}
        </Box>
        <Box>
          {booking === null
            ? `${typeWord[one.type]} · ${whenWords(one, now)}`
            : `${whatWords(one)} · ${deskText.people(booking.attendees)}`}
        </Box>
        {one.state === 'pending' && one.dueAt !== null && (
          <Box className={`desk-row__due ${one.overdue ? 'desk-row__due--late' : ''}`}>
            {[deskDue(one, now), ...(one.escalated ? [deskText.escalated] : [])].join(' · ')}
          </Box>
        )}
      </Box>
      {booking !== null && <DayLine one={one} booking={booking} />}
      <Card title={deskText.facts}>
        {note !== null && <Fact name={deskText.note}>{note}</Fact>}
        <Fact name={deskText.place}>{[booking?.facilityName, one.address].filter(Boolean).join('，')}</Fact>
        {enrolment !== null && (
          <Row title={deskText.programme} to={pages.deskProgramme(enrolment.programmeId)} />
        )}
        <ResidentContact key={one.id} one={one} />
      </Card>
      <PrintSlip key={one.id} one={one} />
      <Card title={deskText.progress}>
        <CaseTimeline one={one} now={now} />
      </Card>
    </>
  )
}

function ResidentContact({ one }: { one: CaseDetail }) {
  const contact = useContact()
  return <Contact id={one.id} may={one.canReadContact} contact={contact} />
}
