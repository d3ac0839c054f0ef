import './base.css'
import './share-bar.css'
import type { Share } from '../words/share-words'
import { Box } from './base/box'

/** A share as a line, lighter where it is not said more exactly; the words stand beside it. */
export const ShareBar = ({ low, high }: Share) => (
  <Box className="share-bar" decorative>
    <Box className="share-bar__sure" style={{ width: `${low * 100}%` }} />
    <Box className="share-bar__open" style={{ width: `${(high - low) * 100}%` }} />
  </Box>
)
