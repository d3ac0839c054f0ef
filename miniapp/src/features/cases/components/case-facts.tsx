import type { CaseDetail } from '@linli/contracts/cases'
import { pages } from '../../../shared/navigation/pages'
import { Tap } from '../../../shared/ui/base/tap'
import { dial } from '../../../shared/ui/call-button'
import { Card } from '../../../shared/ui/card'
import { Fact, Row } from '../../../shared/ui/row'
import { casesText } from '../text'

/** Where, who opens, and the number to name on the telephone. */
export function CaseFacts({ one }: { one: CaseDetail }) {
  const { booking, enrolment, keeper, note, address } = one
  const place = [...(booking === null ? [] : [booking.facilityName]), address].filter(Boolean).join('，')
  return (
    <>
      <Card>
        {place !== '' && <Fact name={casesText.place}>{place}</Fact>}
        {keeper !== null && (
          <Fact name={casesText.keeper}>
            <Tap
              className="phone-link"
              onTap={() => dial(keeper.phone)}
            >{`${keeper.name} ${keeper.phone}`}</Tap>
          </Fact>
        )}
        {note !== null && (
          <Fact name={one.readAs === 'staff' ? casesText.residentNote : casesText.note}>{note}</Fact>
        )}
        {enrolment !== null && enrolment.drawNumber !== null && (
          <Fact name={casesText.enrolment.drawFact}>
            {casesText.enrolment.drawNumber(enrolment.drawNumber)}
          </Fact>
        )}
        <Fact name={casesText.number}>{one.number}</Fact>
      </Card>
      {enrolment !== null && <EnrolmentLinks one={one} enrolment={enrolment} />}
    </>
  )
}

interface Props {
  one: CaseDetail
  enrolment: NonNullable<CaseDetail['enrolment']>
}

/** To all that belongs to a place: the programme, the draw, and, once there is one, the child's days. */
function EnrolmentLinks({ one, enrolment }: Props) {
  const words = casesText.enrolment
  const attends = one.readAs === 'party' && (one.state === 'confirmed' || one.state === 'completed')
  return (
    <Card>
      <Row
        title={words.programme}
        under={enrolment.programmeName}
        to={pages.programme(enrolment.programmeId)}
      />
      {enrolment.drawNumber !== null && (
        <Row title={words.checkDraw} under={words.checkDrawHelp} to={pages.draw(enrolment.programmeId)} />
      )}
      {attends && <Row title={words.days} to={pages.childDays(enrolment.childId)} />}
    </Card>
  )
}
