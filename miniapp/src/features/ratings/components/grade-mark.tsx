import './ratings.css'
import type { Grade } from '@linli/contracts/ratings'
import { Box } from '../../../shared/ui/base/box'
import type { Tone } from '../../../shared/ui/tone'

export const gradeTone: Record<Grade, Tone> = {
  very_satisfied: 'good',
  satisfied: 'good',
  fair: 'wait',
  dissatisfied: 'bad',
  very_dissatisfied: 'bad',
}

/** The face of a grade, always beside its word. */
export const GradeMark = ({ grade }: { grade: Grade }) => (
  <Box as="span" decorative className={`face face--${grade}`} />
)
