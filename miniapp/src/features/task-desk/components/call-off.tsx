import type { Task } from '@linli/contracts/tasks'
import { useState } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useCallOff } from '../api'
import { deskText as text } from '../text'

/** Calling it off, out of the way of all the rest; it says how many are told. */
export function CallOff({ task: { id, taken, waiting } }: { task: Task }) {
  const [asked, setAsked] = useState(false)
  const close = () => setAsked(false)
  const callOff = useCallOff((told) => {
    say(text.calledOff(told))
    close()
  })
  return (
    <Card title={text.callOff}>
      <Box className="muted">{text.callOffHelp}</Box>
      <Button look="danger" onTap={() => setAsked(true)}>
        {text.callOffAct}
      </Button>
      {asked && (
        <ConfirmSheet
          title={text.callOffTitle}
          lines={[text.callOffTold(taken + waiting), text.callOffFinal]}
          yes={text.callOffYes}
          no={text.callOffNo}
          problem={callOff.error}
          busy={callOff.isPending}
          onYes={() => callOff.mutate({ params: { id }, body: {} })}
          onClose={close}
        />
      )}
    </Card>
  )
}
