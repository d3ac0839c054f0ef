import type { CaseDetail } from '@linli/contracts/cases'
import { serviceOf } from '../../../shared/cases/terms'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Timeline } from '../../../shared/ui/timeline'
import { useHistory } from './api'
import { lineText } from './text'
import { historySteps } from './words'

/** Why the place is what it is, and by which rules it moves. */
export function HistoryCard({ one: { id, type } }: { one: CaseDetail }) {
  const query = useHistory(id)
  const now = useNow()
  return (
    <Card title={lineText.why}>
      <Answered query={query} blocks={[120]}>
        {(history) => (
          <Box className="stack-tight">
            <Timeline steps={historySteps(history, serviceOf(type), now)} />
            {lineText.group[history.groupRule] !== null && <Box>{lineText.group[history.groupRule]}</Box>}
            <Box className="muted">{`${lineText.rule[serviceOf(type)]}${lineText.ruleMoves}`}</Box>
          </Box>
        )}
      </Answered>
    </Card>
  )
}
