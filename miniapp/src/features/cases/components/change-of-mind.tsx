import type { CaseDetail } from '@linli/contracts/cases'
import { casePartsOf } from '../../../shared/cases/case-parts'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { useWaiting } from '../api'
import { casesText } from '../text'

/** The way to cancel, unless that is asked for already and only waits for a network. */
export function ChangeOfMind({ one, onCancel }: { one: CaseDetail; onCancel: (action: string) => void }) {
  const cancel = casePartsOf(one)?.cancel?.(one)
  const waiting = useWaiting(one.id)
  if (cancel === undefined || !one.can.includes(cancel.action)) return null
  if (waiting.some(({ endpoint }) => endpoint.path === cancel.endpoint.path)) return null
  return (
    <Card>
      <Row
        title={casesText.changedMind}
        end={<Box className="warn-end">{cancel.word}</Box>}
        onTap={() => onCancel(cancel.action)}
      />
    </Card>
  )
}
