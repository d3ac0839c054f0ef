import type { DeskKind } from '@linli/contracts/cases'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { deskText } from '../text'

export const deskKinds: readonly DeskKind[] = ['waiting', 'overdue', 'asked', 'today']

interface Props {
  shown: DeskKind
  counts: Record<DeskKind, number> | null
  className: string
  onShow: (kind: DeskKind) => void
}

/** How much there is of each kind. */
export const Kinds = ({ shown, counts, className, onShow }: Props) => (
  <Box className={className} role="group" label={deskText.filter}>
    {deskKinds.map((kind) => (
      <Tap
        key={kind}
        className={`kind ${kind === shown ? 'kind--on' : ''}`}
        pressed={kind === shown}
        onTap={() => onShow(kind)}
      >
        <Box className="kind__count">{counts === null ? '–' : String(counts[kind])}</Box>
        <Box className="kind__name">{deskText.kinds[kind]}</Box>
      </Tap>
    ))}
  </Box>
)
