import type { ProposedNumber } from '@linli/contracts/accounts'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useDecide } from '../api'
import { accountText } from '../text'
import { NumberFacts } from './decide-sheet'

interface Props {
  one: ProposedNumber
  onClose: () => void
}

/** Whoever proposed it cannot confirm it, but takes back a mistake. */
export function WithdrawSheet({ one, onClose }: Props) {
  const withdraw = useDecide(() => {
    say(accountText.withdrawn)
    onClose()
  })
  return (
    <ConfirmSheet
      title={accountText.mineTitle}
      lines={[]}
      yes={accountText.withdraw}
      no={accountText.stay}
      problem={withdraw.error}
      busy={withdraw.isPending}
      onYes={() => withdraw.mutate({ params: { id: one.id }, body: { approve: false } })}
      onClose={onClose}
    >
      <NumberFacts one={one} />
    </ConfirmSheet>
  )
}
