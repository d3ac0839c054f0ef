import type { CaseDetail } from '@linli/contracts/cases'
import { casePartsOf } from '../../../shared/cases/case-parts'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Timeline } from '../../../shared/ui/timeline'
import { useHistory } from './api'
import { lineText, plainLine } from './text'
import { historySteps } from './words'

/** Why the place is what it is, and by which rules it moves. */
export function HistoryCard({ one }: { one: CaseDetail }) {
  const query = useHistory(one.id)
  const words = casePartsOf(one)?.line ?? plainLine
  const now = useNow()
  return (
    <Card title={lineText.why}>
      <Answered query={query} blocks={[120]}>
        {(history) => (
          <Box className="stack-tight">
            <Timeline steps={historySteps(history, words, now)} />
            {lineText.group[history.groupRule] !== null && <Box>{lineText.group[history.groupRule]}</Box>}
            <Box className="muted">{`${words.rule}${lineText.ruleMoves}`}</Box>
          </Box>
        )}
      </Answered>
    </Card>
  )
}
