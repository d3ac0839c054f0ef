import './tasks.css'
import type { Candidate, Task } from '@linli/contracts/tasks'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { taskText, tasksText } from '../text'
import { obstacleWords, whyWords } from '../words'

interface Props {
  task: Task
  /** Who has not signed up yet. */
  left: readonly Candidate[]
  now: number
}

/** Whether it suits, and what keeps somebody from it with what to do. */
export const Candidates = ({ task, left, now }: Props) => (
  <Card title={taskText.fits}>
    {left.map((one) => (
      <Box key={one.childId ?? ''} className="task-who">
        {task.candidates.length > 1 && (
          <Box className="strong">
            {one.childId === null ? taskText.self : (one.nickname ?? taskText.child)}
          </Box>
        )}
        {one.why.length > 0 && <Box>{whyWords(one.why, task)}</Box>}
        {one.obstacles.map((obstacle) => (
          <Box key={obstacle}>{obstacleWords(obstacle, task, now)}</Box>
        ))}
        {one.obstacles.includes('not_a_volunteer') && (
          <Button look="plain" to={pages.joinVolunteers}>
            {tasksText.join}
          </Button>
        )}
        {one.obstacles.includes('skill_missing') && (
          <Button look="plain" to={pages.joinVolunteers}>
            {tasksText.change}
          </Button>
        )}
      </Box>
    ))}
  </Card>
)
