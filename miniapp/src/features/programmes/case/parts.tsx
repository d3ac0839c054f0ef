import type { EnrolmentDetail } from '@linli/contracts/enrolment-case'
import { cancelEnrolment } from '@linli/contracts/enrolments'
import type { CaseParts } from '../../../shared/cases/case-parts'
import { pages } from '../../../shared/navigation/pages'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Fact, Row } from '../../../shared/ui/row'
import { enrolmentFace } from '../face'
import { caseText } from './text'

interface Props {
  one: EnrolmentDetail
}

export const enrolmentCase: CaseParts<EnrolmentDetail> = {
  type: enrolmentFace.type,
  Step: EnrolmentStep,
  Facts: EnrolmentFacts,
  Below: EnrolmentLinks,
  cancel({ state }) {
    const { row, ...confirm } = caseText.cancel[state === 'entered' ? 'draw' : 'place']
    return {
      action: 'cancel',
      word: row,
      endpoint: cancelEnrolment,
      said: caseText.done,
      confirm,
      queuedAs: caseText.queued,
    }
  },
  line: caseText.line,
}

function EnrolmentStep({ one: { state, readAs, rating, childId, facts } }: Props) {
  if (readAs === 'staff')
    return <Button to={pages.deskProgramme(facts.programmeId)}>{caseText.programme}</Button>
  if (state === 'confirmed' && childId !== null)
    return <Button to={pages.childDays(childId)}>{caseText.days}</Button>
  if (state === 'entered') {
    return (
      <Button look="ghost" to={pages.draw(facts.programmeId)}>
        {caseText.howDrawn}
      </Button>
    )
  }
  // The frame asks for the rating, alone.
  if (rating !== null && rating.open && !rating.rated) return null
  return <Button to={pages.programmes}>{caseText.others}</Button>
}

function EnrolmentFacts({ one: { facts } }: Props) {
  const { address, drawNumber } = facts
  return (
    <>
      {address !== '' && <Fact name={caseText.place}>{address}</Fact>}
      {drawNumber !== null && <Fact name={caseText.drawFact}>{caseText.drawNumber(drawNumber)}</Fact>}
    </>
  )
}

/** To all that belongs to a place: the programme, the draw, and, once there is one, the child's days. */
function EnrolmentLinks({ one: { title, state, readAs, childId, facts } }: Props) {
  const { programmeId, drawNumber } = facts
  const attends = readAs === 'party' && (state === 'confirmed' || state === 'completed')
  return (
    <Card>
      <Row title={caseText.programme} under={title} to={pages.programme(programmeId)} />
      {drawNumber !== null && (
        <Row title={caseText.checkDraw} under={caseText.checkDrawHelp} to={pages.draw(programmeId)} />
      )}
      {attends && childId !== null && <Row title={caseText.days} to={pages.childDays(childId)} />}
    </Card>
  )
}
