import type { CaseDetail } from '@linli/contracts/cases'
import { CaseTimeline } from '../../../shared/cases/case-timeline'
import { deskPartsOf } from '../../../shared/cases/desk-parts'
import { faceOf } from '../../../shared/cases/faces'
import { Contact } from '../../../shared/staff/contact'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Fact } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { useContact } from '../api'
import { deskText } from '../text'
import { DueLine } from './due-line'
import { PrintSlip } from './slip'

/** A case of any service as staff read it. */
export function CaseBody({ one, now }: { one: CaseDetail; now: number }) {
  const face = faceOf(one)
  const { Above, Facts } = deskPartsOf(one) ?? {}
  const { first, second } = face.deskHead(one, now)
  const { dueAt, waitingFor } = one
  const due = dueAt === null || waitingFor === 'nobody' ? null : face.deskDue(one, dueAt, now)
  return (
    <>
      <Box className="stack-tight">
        <Box className="between">
          <StateTag tone={face.tone(one)}>{face.state(one, now, 'staff')}</StateTag>
          <Box as="span" className="muted">
            {one.number}
          </Box>
        </Box>
        <Box as="h2" className="title">
          {first}
        </Box>
        <Box>{second}</Box>
        {due !== null && <DueLine one={one}>{due}</DueLine>}
      </Box>
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

function ResidentContact({ one }: { one: CaseDetail }) {
  const contact = useContact()
  return <Contact id={one.id} may={one.canReadContact} contact={contact} />
}
