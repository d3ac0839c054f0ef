import { Box } from '../../../shared/ui/base/box'

/** Plain sentences, one below the other. */
export const Points = ({ of }: { of: readonly string[] }) => (
  <Box as="ul" className="stack">
    {of.map((point) => (
      <Box as="li" key={point}>
        {point}
      </Box>
    ))}
  </Box>
)
