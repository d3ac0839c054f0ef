import type { CaseDetail } from '@linli/contracts/cases'
import { useState } from 'react'
import { serviceOf } from '../../../shared/cases/terms'
import { say } from '../../../shared/ui/page/say'
import { useKeys } from '../../../shared/staff/use-keys'
import { Button } from '../../../shared/ui/button'
import { Decide as Decisions } from '../../../shared/staff/decide'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { useComplete, useConfirm } from '../api'
import { deskText } from '../text'
import { AskSheet } from './ask-sheet'
import { CancelSheet } from './cancel-sheet'
import { RefuseSheet } from './refuse-sheet'
import { UndoBar } from './undo-bar'

const asking = ['ask', 'refuse', 'cancel'] as const
type Asking = (typeof asking)[number]
const sheets = { ask: AskSheet, refuse: RefuseSheet, cancel: CancelSheet }

interface Props {
  one: CaseDetail
  /** Do single keys mean this case? */
  keys?: boolean
}

/** What staff may do now; every button comes from the service's `can`. */
export function Decide({ one, keys = true }: Props) {
  const [open, setOpen] = useState<Asking | null>(null)
  const confirm = useConfirm(() => undefined)
  const complete = useComplete(() => say(deskText.sent))
  const Asked = open === null ? null : sheets[open]
  const given = { params: { id: one.id }, body: {} }
  const mayConfirm = one.can.includes('confirm')
  useKeys(keys && mayConfirm && !confirm.isPending ? { c: () => confirm.mutate(given) } : {})
  return (
    <>
      <Refusal problem={confirm.error ?? complete.error} />
      <UndoBar one={one} keys={keys} />
      <Decisions>
        {mayConfirm && (
          <Button busy={confirm.isPending} onTap={() => confirm.mutate(given)}>
            {deskText.confirm}
          </Button>
        )}
        {one.can.includes('complete') && (
          <Button busy={complete.isPending} onTap={() => complete.mutate(given)}>
            {deskText.complete}
          </Button>
        )}
        {asking
          .filter((action) => one.can.includes(action))
          .map((action) => (
            <Button key={action} look={action === 'ask' ? 'ghost' : 'danger'} onTap={() => setOpen(action)}>
              {action === 'cancel' ? deskText.cancel[serviceOf(one.type)] : deskText[action]}
            </Button>
          ))}
      </Decisions>
      {Asked !== null && <Asked one={one} onClose={() => setOpen(null)} />}
    </>
  )
}
