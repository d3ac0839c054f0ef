import { useState } from 'react'
import { Card } from '../../../shared/ui/card'
import { Box } from '../../../shared/ui/base/box'
import { Row } from '../../../shared/ui/row'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { say } from '../../../shared/ui/page/say'
import { pages } from '../../../shared/navigation/pages'
import { useWithdraw } from '../api'
import { threadText } from '../text'

/** Below everything else: the progress, and the way to take it back. */
export function More({ id, canWithdraw }: { id: string; canWithdraw: boolean }) {
  const [asked, setAsked] = useState(false)
  return (
    <Card title={threadText.more}>
      <Row title={threadText.case} to={pages.case(id)} />
      {canWithdraw && (
        <Row title={<Box className="warn-end">{threadText.withdraw}</Box>} onTap={() => setAsked(true)} />
      )}
      {asked && <WithdrawSheet id={id} onClose={() => setAsked(false)} />}
    </Card>
  )
}

function WithdrawSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const withdraw = useWithdraw(() => {
    say(threadText.withdrawn)
    onClose()
  })
  return (
    <ConfirmSheet
      {...threadText.withdrawSheet}
      problem={withdraw.error}
      busy={withdraw.isPending}
      onYes={() => withdraw.mutate({ params: { id }, body: {} })}
      onClose={onClose}
    />
  )
}
