import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import type { Tone } from '../../../shared/ui/tone'
import type { Checks, Verdict } from '../check-draw'
import { drawText as text } from '../text'

const tones: Record<Verdict, Tone> = { same: 'good', different: 'bad', later: 'quiet' }
const names = ['commitment', 'list', 'order'] as const

/** What this device computed, point by point, and what follows from it. */
export const DrawCheck = ({ checks }: { checks: Checks }) => (
  <Card title={text.checked}>
    <Box role="status" className="strong">
      {conclusion(checks)}
    </Box>
    {names.map((name) => (
      <Row
        key={name}
        title={text.what[name]}
        end={<StateTag tone={tones[checks[name]]}>{text.verdict[checks[name]]}</StateTag>}
      />
    ))}
  </Card>
)

function conclusion(checks: Checks): string {
  const verdicts = names.map((name) => checks[name])
  if (verdicts.includes('different')) return text.someDifferent
  return verdicts.includes('later') ? text.someLater : text.allSame
}
