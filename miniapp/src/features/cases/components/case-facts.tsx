import type { CaseDetail } from '@linli/contracts/cases'
import { Tap } from '../../../shared/ui/base/tap'
import { dial } from '../../../shared/ui/call-button'
import { Card } from '../../../shared/ui/card'
import { Fact } from '../../../shared/ui/row'
import { casesText } from '../text'

/** Where, who opens, and the number to name on the telephone. */
export function CaseFacts({ one }: { one: CaseDetail }) {
  const { keeper, note } = one
  return (
    <Card>
      <Fact name={casesText.place}>{`${one.booking.facilityName}，${one.address}`}</Fact>
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
      <Fact name={casesText.number}>{one.number}</Fact>
    </Card>
  )
}
