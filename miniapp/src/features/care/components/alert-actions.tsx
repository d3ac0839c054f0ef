import type { CareAlert } from '@linli/contracts/care-alerts'
import { useState } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { useTake } from '../alert-api'
import { alertText } from '../alert-text'
import { CloseAlertSheet, HandOnSheet } from './alert-sheets'

/** What the reader can do just now. */
export function AlertActions({ one }: { one: CareAlert }) {
  const take = useTake()
  const [open, setOpen] = useState<'close' | 'hand' | null>(null)
  const { can, takenBy } = one
  const close = () => setOpen(null)
  return (
    <Box className="stack">
      <Refusal problem={take.error} />
      {can.take && (
        <Button
          look={takenBy === null ? 'main' : 'ghost'}
          busy={take.isPending}
          onTap={() => take.mutate({ params: { id: one.id }, body: { from: takenBy?.accountId ?? null } })}
        >
          {takenBy === null ? alertText.take : alertText.takeOver}
        </Button>
      )}
      {can.close && <Button onTap={() => setOpen('close')}>{alertText.close}</Button>}
      {can.handOn && (
        <Button look="plain" onTap={() => setOpen('hand')}>
          {alertText.handOn}
        </Button>
      )}
      {open === 'close' && <CloseAlertSheet one={one} onClose={close} />}
      {open === 'hand' && <HandOnSheet one={one} onClose={close} />}
    </Box>
  )
}
