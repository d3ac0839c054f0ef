import '../base.css'
import './skeleton.css'
import { Box } from '../base/box'
import { frameText } from '../../words/frame-text'

interface Props {
  /** Heights in px of the blocks that will come, so that nothing jumps when they do. */
  blocks: readonly number[]
}

/** What a page looks like while its answer is on the way. */
export const Skeleton = ({ blocks }: Props) => (
  <Box role="status" label={frameText.loading} busy className="skeleton">
    {blocks.map((height, i) => (
      <Box key={i} className="skeleton__block" style={{ height: `${height}px` }} />
    ))}
  </Box>
)
