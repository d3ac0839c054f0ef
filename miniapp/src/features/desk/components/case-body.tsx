import type { CaseDetail } from '@linli/contracts/cases'
import { CaseTimeline } from '../../../shared/cases/case-timeline'
import { deskPartsOf } from '../../../shared/cases/desk-parts'
import { faceOf } from '../../../shared/cases/faces'
import { ticketHead } from '../../../shared/cases/ticket-head'
import { Contact } from '../../../shared/staff/contact'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Fact } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { Ticket } from '../../../shared/ui/ticket'
import { Unbroken } from '../../../shared/ui/unbroken'
import { useContact } from '../api'
import { deskText } from '../text'
import { DueLine } from './due-line'
import { PrintSlip } from './slip'

/** A case of any service as staff read it. */
export function CaseBody({ one, now }: { one: CaseDetail; now: number }) {
  const face = faceOf(one)
  const { Above, Facts } = deskPartsOf(one) ?? {}
  return (
    <>
      <Head one={one} now={now} />
      {Above !== undefined && <Above one={one} />}
      <Card title={deskText.facts}>
        {Facts !== undefined && <Facts one={one} />}
        {face.facts(one).map(([name, words]) => (
          <Fact key={name} name={name}>
            {words}
          </Fact>
        ))}
        <ResidentContact key={one.id} one={one} />
      </Card>
      <PrintSlip key={one.id} one={one} />
      <Card title={deskText.progress}>
        <CaseTimeline one={one} now={now} />
      </Card>
    </>
  )
}

/** Whose it is sees the same ticket; here the number stands on it, and by when it must be answered. */
function Head({ one, now }: { one: CaseDetail; now: number }) {
  const face = faceOf(one)
  const { first, second } = face.deskHead(one, now)
  const { dueAt, waitingFor } = one
  const due = dueAt === null || waitingFor === 'nobody' ? null : face.deskDue(one, dueAt, now)
  const tone = face.tone(one)
  const state = face.state(one, now, 'staff')
  return (
    <Ticket tone={tone} {...ticketHead(face.home(one, now))}>
      <Box className="ticket__state">
        <StateTag tone={tone}>{state}</StateTag>
        <Box as="span">{one.number}</Box>
      </Box>
      <Box as="h2" className="ticket__when">
        <Unbroken words={first} />
      </Box>
      <Box>{second}</Box>
      {due !== null && due !== state && <DueLine one={one}>{due}</DueLine>}
    </Ticket>
  )
}

function ResidentContact({ one }: { one: CaseDetail }) {
  const contact = useContact()
  return <Contact id={one.id} may={one.canReadContact} contact={contact} />
}
