import type { Task } from '@linli/contracts/tasks'
import { useState } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { changeText as text } from '../text'
import { ChangeSheet } from './change-sheet'

/** The way to another time, for what has not begun. */
export function Change({ task }: { task: Task }) {
  const [open, setOpen] = useState(false)
  return (
    <Card title={text.card}>
      <Box className="muted">{text.help}</Box>
      <Button look="ghost" onTap={() => setOpen(true)}>
        {text.title}
      </Button>
      {open && <ChangeSheet task={task} onClose={() => setOpen(false)} />}
    </Card>
  )
}
