import type { Programme } from '@linli/contracts/programmes'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { programmeText } from '../programme-text'
import { Filled } from './filled'

/** How sign-up stands, and whether there are carers enough. */
export function Figures({ one }: { one: Programme }) {
  const { figures, mode } = one
  if (figures === null) return null
  const shown = (['entered', 'confirmed', 'held', 'waiting', 'cancelled'] as const).filter(
    (name) => name !== 'entered' || mode === 'draw',
  )
  const short = figures.carersNeeded - figures.carers
  return (
    <Card title={programmeText.figures}>
      <Filled one={one} />
      <Box className="figures">
        {shown.map((name) => (
          <Box key={name} className="figure">
            <Box className="figure__number">{String(figures[name])}</Box>
            <Box className="muted">{programmeText.figure[name]}</Box>
          </Box>
        ))}
      </Box>
      <Row
        title={programmeText.duties}
        under={programmeText.carers(figures.carers, figures.carersNeeded)}
        to={pages.duties(one.id)}
      />
      {short > 0 && <Box className="pd-item__waits">{programmeText.carersShort(short)}</Box>}
    </Card>
  )
}
