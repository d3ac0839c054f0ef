import { consultationDeclaration } from '@linli/contracts/consultation-case'
import { filesPerLine, type ThreadLine } from '@linli/contracts/consultation-thread'
import { FileField } from '../files/file-field'
import { FileThumbs } from '../files/file-thumbs'
import { useSession } from '../session/session'
import { Box } from '../ui/base/box'
import { mattersText } from './text'

interface Props {
  ids: readonly string[]
  /** The same function at every drawing of the page. */
  onChange: (ids: string[]) => void
}

/** Pictures to go with a line. They are handed in at once, for which one has to be signed in. */
export function AddPictures({ ids, onChange }: Props) {
  if (useSession() === null) return <Box className="muted">{mattersText.picturesSignIn}</Box>
  return (
    <FileField purpose={consultationDeclaration.type} ids={ids} onChange={onChange} most={filesPerLine} />
  )
}

/** What the viewer needs to know of a picture, of which a line tells how many pages it has. */
const asFile = ({ id, pages }: ThreadLine['files'][number], at: string) => ({
  id,
  kind: 'picture' as const,
  createdAt: at,
  pages: Array.from({ length: pages }, (_, n) => ({ n: n + 1, width: 0, height: 0 })),
})

/** What came with a line. */
export const LinePictures = ({ files, at }: Pick<ThreadLine, 'files' | 'at'>) =>
  files.length === 0 ? null : <FileThumbs files={files.map((file) => asFile(file, at))} />
