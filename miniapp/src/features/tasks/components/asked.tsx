import './tasks.css'
import type { Task } from '@linli/contracts/tasks'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { say } from '../../../shared/ui/page/say'
import { useDecline } from '../api'
import { taskText as text } from '../text'

/** Staff asked the reader: they come or not, and nobody asks why. */
export function Asked({ task }: { task: Task }) {
  const decline = useDecline(() => say(text.declined))
  if (task.proposal === 'declined') return <Box className="muted">{text.declinedHelp}</Box>
  return (
    <Card title={text.proposed}>
      <Box>{text.proposedHelp}</Box>
      <Refusal problem={decline.error} />
      <Button
        look="ghost"
        busy={decline.isPending}
        onTap={() => decline.mutate({ params: { id: task.id }, body: {} })}
      >
        {text.decline}
      </Button>
    </Card>
  )
}
