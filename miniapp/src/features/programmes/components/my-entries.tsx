import type { Eligibility } from '@linli/contracts/enrolments'
import { pages } from '../../../shared/navigation/pages'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { enteredCase } from '../eligibility'
import { programmeText } from '../text'

/** Children who have signed up here before: each leads to its case. */
export function MyEntries({ children }: { children: readonly Eligibility[] }) {
  const entered = children.flatMap((one) => {
    const caseId = enteredCase(one)
    return caseId === null ? [] : [{ ...one, caseId }]
  })
  if (entered.length === 0) return null
  return (
    <Card title={programmeText.myEntries}>
      {entered.map((one) => (
        <Row key={one.childId} title={one.nickname} end={programmeText.seeCase} to={pages.case(one.caseId)} />
      ))}
    </Card>
  )
}
