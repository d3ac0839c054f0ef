import './base.css'
import './timeline.css'
import { Box } from './base/box'
import { Tap } from './base/tap'
import { timelineWords } from '../words/form-text'
import type { ErasableNote, TimelineStep } from './timeline-step'

interface Props {
  steps: readonly TimelineStep[]
  onErase?: (note: ErasableNote) => void
}

export const Timeline = ({ steps, onErase }: Props) => (
  <Box as="ol" className="timeline">
    {steps.map(({ key, what, when, note, erasable, ahead }) => (
      <Box as="li" key={key} className={`timeline__step ${ahead === true ? 'timeline__step--ahead' : ''}`}>
        <Box>{what}</Box>
        {note !== null && <Box className="timeline__note">{note}</Box>}
        {when !== null && <Box className="muted">{when}</Box>}
        {erasable !== undefined && onErase !== undefined && (
          <Tap className="timeline__erase" onTap={() => onErase(erasable)}>
            {timelineWords.eraseTitle}
          </Tap>
        )}
      </Box>
    ))}
  </Box>
)
