import type { EnrolmentDetail } from '@linli/contracts/enrolment-case'
import { cancelEnrolment } from '@linli/contracts/enrolments'
import type { DeskParts } from '../../../shared/cases/desk-parts'
import { pages } from '../../../shared/navigation/pages'
import { Fact, Row } from '../../../shared/ui/row'
import { enrolmentFace } from '../face'
import { deskText } from './text'

const { button, ...note } = deskText.cancel

export const enrolmentDesk: DeskParts<EnrolmentDetail> = {
  type: enrolmentFace.type,
  Facts: EnrolmentFacts,
  acts: [
    {
      action: 'cancel',
      word: button,
      look: 'danger',
      endpoint: cancelEnrolment,
      said: deskText.sent,
      note,
    },
  ],
}

function EnrolmentFacts({ one: { facts } }: { one: EnrolmentDetail }) {
  return (
    <>
      <Fact name={deskText.place}>{facts.address}</Fact>
      <Row title={deskText.programme} to={pages.deskProgramme(facts.programmeId)} />
    </>
  )
}
