import type { TaskKind } from '@linli/contracts/tasks'
import type { Drawing } from '../../shared/ui/drawing'

/** What a task is, as a small drawing. */
export const taskSpot: Record<TaskKind, Drawing> = {
  meal: 'tea',
  cleaning: 'broom',
  medical: 'med',
  mobility: 'hand',
  company: 'hand',
  tutoring: 'book',
  event: 'room',
  emergency: 'home',
  other: 'home',
}
