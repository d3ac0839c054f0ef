import type { DeskKind } from '@linli/contracts/cases'
import { Kinds as SharedKinds } from '../../../shared/ui/kinds'
import { deskText } from '../text'

const deskKinds: readonly DeskKind[] = ['waiting', 'overdue', 'asked', 'today']

interface Props {
  shown: DeskKind
  counts: Record<DeskKind, number> | null
  className: string
  onShow: (kind: DeskKind) => void
}

export const Kinds = (props: Props) => (
  <SharedKinds {...props} label={deskText.filter} kinds={deskKinds} words={deskText.kinds} />
)
