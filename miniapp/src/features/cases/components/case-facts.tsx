import type { CaseDetail } from '@linli/contracts/cases'
import { casePartsOf } from '../../../shared/cases/case-parts'
import { faceOf } from '../../../shared/cases/faces'
import { Card } from '../../../shared/ui/card'
import { Fact } from '../../../shared/ui/row'
import { casesText } from '../text'

interface Props {
  one: CaseDetail
  onAsk: (sheet: string) => void
}

/** What the service says of it, and the number to name on the telephone. */
export function CaseFacts({ one, onAsk }: Props) {
  const { Facts, Below } = casePartsOf(one) ?? {}
  return (
    <>
      <Card>
        {Facts !== undefined && <Facts one={one} onAsk={onAsk} />}
        {faceOf(one)
          .facts(one)
          .map(([name, words]) => (
            <Fact key={name} name={name}>
              {words}
            </Fact>
          ))}
        <Fact name={casesText.number}>{one.number}</Fact>
      </Card>
      {Below !== undefined && <Below one={one} />}
    </>
  )
}
