import './blocks.css'
import type { TextBlock } from '@linli/contracts/agreements'
import { Box } from '../../../shared/ui/base/box'

/** The pieces of a text: words and nothing else, so nothing in them can do anything. */
export const Blocks = ({ blocks }: { blocks: readonly TextBlock[] }) => (
  <Box className="text-blocks">
    {blocks.map((block, n) => (
      // A text does not change while it is read: its pieces are named by their places.
      <Block key={n} block={block} />
    ))}
  </Box>
)

function Block({ block }: { block: TextBlock }) {
  if (block.kind === 'heading')
    return (
      <Box as="h2" className="text-blocks__heading">
        {block.text}
      </Box>
    )
  if (block.kind !== 'list')
    return (
      <Box as="p" className="text-blocks__words">
        {block.text}
      </Box>
    )
  return (
    <Box as="ul" className="text-blocks__list">
      {block.items.map((item, n) => (
        <Box as="li" className="text-blocks__item" key={n}>
          {item}
        </Box>
      ))}
    </Box>
  )
}
