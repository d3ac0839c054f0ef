import type { Figure } from '@linli/contracts/figures'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { figuresText } from '../text'
import { monthWords } from '../../../shared/time/month-words'
import { changeWords, valueWords } from '../words'

interface Props {
  month: string
  latest: readonly Figure[]
  before: readonly Figure[]
}

/** The last month beside the one before: one's own, and nobody else's. */
export const Latest = ({ month, latest, before }: Props) => (
  <Card title={figuresText.latest(monthWords(month))}>
    <Box className="muted">{figuresText.latestHelp}</Box>
    <Box as="ul">
      {latest.map((one) => {
        const change = changeWords(
          one,
          before.find(({ key }) => key === one.key),
        )
        return (
          <Box as="li" key={one.key} className="fig-line">
            <Box className="fig-line__name">{figuresText.name[one.key]}</Box>
            <Box className="fig-line__value">{valueWords(one)}</Box>
            {change !== null && <Box className="fig-line__under muted">{change}</Box>}
          </Box>
        )
      })}
    </Box>
  </Card>
)
