import '../ui/base.css'
import './desk.css'
import { Box } from '../ui/base/box'
import { Tap } from '../ui/base/tap'

interface Props<K extends string> {
  label: string
  kinds: readonly K[]
  words: Record<K, string>
  shown: K
  /** Without a count where nobody counts; null while nobody knows yet. */
  counts: Partial<Record<K, number>> | null
  className: string
  onShow: (kind: K) => void
}

/** How much there is of each kind. */
export const Kinds = <K extends string>({
  label,
  kinds,
  words,
  shown,
  counts,
  className,
  onShow,
}: Props<K>) => (
  <Box className={className} role="group" label={label}>
    {kinds.map((kind) => (
      <Tap
        key={kind}
        className={`kind ${kind === shown ? 'kind--on' : ''}`}
        pressed={kind === shown}
        onTap={() => onShow(kind)}
      >
        <Box className="kind__count">{counts === null ? '–' : String(counts[kind] ?? '')}</Box>
        <Box className="kind__name">{words[kind]}</Box>
      </Tap>
    ))}
  </Box>
)
