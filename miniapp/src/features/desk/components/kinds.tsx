import type { DeskKind } from '@linli/contracts/cases'
import { Kinds as SharedKinds } from '../../../shared/staff/kinds'
import { deskText } from '../text'

const deskKinds: readonly DeskKind[] = ['waiting', 'overdue', 'asked', 'today', 'done']

/** Nobody counts what is done. */
export type Counts = Record<Exclude<DeskKind, 'done'>, number>

interface Props {
  shown: DeskKind
  counts: Counts | null
  className: string
  onShow: (kind: DeskKind) => void
}

export const Kinds = (props: Props) => (
  <SharedKinds {...props} label={deskText.filter} kinds={deskKinds} words={deskText.kinds} />
)
