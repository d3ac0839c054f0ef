import type { ProposedNumber } from '@linli/contracts/accounts'
import { useState } from 'react'
import { momentWords } from '../../../shared/time/time-words'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { accountText, papersWord } from '../text'
import { DecideSheet } from './decide-sheet'
import { WithdrawSheet } from './withdraw-sheet'

/** Whoever has waited longest is at the top; whose it is stands on the papers, not here. */
export function WaitingCard({ all, now }: { all: readonly ProposedNumber[]; now: number }) {
  const [opened, setOpened] = useState<ProposedNumber | null>(null)
  const close = () => setOpened(null)
  return (
    <Card title={accountText.waiting}>
      {all.map((one) => (
        <Row
          key={one.id}
          title={accountText.change(one.oldPhone, one.newPhone)}
          under={under(one, now)}
          end={one.joins && <StateTag tone="wait">{accountText.joins}</StateTag>}
          {...((one.canDecide || one.mine) && { onTap: () => setOpened(one) })}
        />
      ))}
      {opened?.canDecide === true && <DecideSheet one={opened} onClose={close} />}
      {opened?.mine === true && <WithdrawSheet one={opened} onClose={close} />}
    </Card>
  )
}

function under(one: ProposedNumber, now: number) {
  if (one.mine) return `${accountText.mine} · ${momentWords(one.proposedAt, now)}`
  if (!one.canDecide) return accountText.ownAccount
  return accountText.seen(one.proposedBy, papersWord[one.papers], momentWords(one.proposedAt, now))
}
