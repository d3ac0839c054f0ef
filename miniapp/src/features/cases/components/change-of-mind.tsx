import type { CaseDetail } from '@linli/contracts/cases'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { useWaiting } from '../api'
import { casesText } from '../text'
import { cancelWords } from './cancel-sheet'

/** The way to cancel, unless that is asked for already and only waits for a network. */
export function ChangeOfMind({ one, onCancel }: { one: CaseDetail; onCancel: () => void }) {
  const asked = useWaiting(one.id).some((each) => each === 'cancel' || each === 'withdraw')
  if (asked || !one.can.includes('cancel')) return null
  return (
    <Card>
      <Row
        title={casesText.changedMind}
        end={<Box className="warn-end">{cancelWords(one).row}</Box>}
        onTap={onCancel}
      />
    </Card>
  )
}
