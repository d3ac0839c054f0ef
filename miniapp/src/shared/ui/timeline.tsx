import './base.css'
import './timeline.css'
import { Box } from './base/box'
import type { TimelineStep } from './timeline-step'

export const Timeline = ({ steps }: { steps: readonly TimelineStep[] }) => (
  <Box as="ol" className="timeline">
    {steps.map(({ key, what, when, note, ahead }) => (
      <Box as="li" key={key} className={`timeline__step ${ahead === true ? 'timeline__step--ahead' : ''}`}>
        <Box>{what}</Box>
        {note !== null && <Box className="timeline__note">{note}</Box>}
        {when !== null && <Box className="muted">{when}</Box>}
      </Box>
    ))}
  </Box>
)
