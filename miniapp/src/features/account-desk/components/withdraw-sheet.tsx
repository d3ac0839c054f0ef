import type { ProposedNumber } from '@linli/contracts/accounts'
import { say } from '../../../shared/ui/page/say'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
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
    <Sheet title={accountText.mineTitle} onClose={onClose}>
      <NumberFacts one={one} />
      <Refusal problem={withdraw.error} />
      <Button look="ghost" onTap={onClose}>
        {accountText.stay}
      </Button>
      <Button
        look="warm"
        busy={withdraw.isPending}
        onTap={() => withdraw.mutate({ params: { id: one.id }, body: { approve: false } })}
      >
        {accountText.withdraw}
      </Button>
    </Sheet>
  )
}
