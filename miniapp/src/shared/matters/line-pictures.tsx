import type { ThreadLine } from '@linli/contracts/consultation-thread'
import { Box } from '../ui/base/box'
import { mattersText } from './text'

interface Props {
  caseId: string
  files: ThreadLine['files']
}

/** What came with a line. */
export const LinePictures = ({ files }: Props) =>
  files.length === 0 ? null : <Box className="muted">{mattersText.pictures(files.length)}</Box>
