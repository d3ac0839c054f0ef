import { Box } from '../../../shared/ui/base/box'

const opens = 8 * 60
const closes = 21 * 60
const at = (minute: number) =>
  `${(((Math.min(closes, Math.max(opens, minute)) - opens) / (closes - opens)) * 100).toFixed(1)}%`

/** The day from 8 to 21, with what is free of it; the words beside it say the same. */
export const FreeBar = ({ free }: { free: readonly (readonly [number, number])[] }) => (
  <Box
    decorative
    className="free-bar"
    style={{
      backgroundImage: `linear-gradient(90deg,transparent 0,${free
        .map(
          ([from, to]) =>
            `transparent ${at(from)},var(--free) ${at(from)},var(--free) ${at(to)},transparent ${at(to)}`,
        )
        .concat('transparent 100%')
        .join(',')})`,
    }}
  />
)
