import { consultationMeaning } from '@linli/contracts/consultation-case'
import { filesPerLine, type ThreadLine } from '@linli/contracts/consultation-thread'
import { FileField } from '../files/file-field'
import { FileThumbs } from '../files/file-thumbs'
import type { Keep } from '../files/entries'
import { useSession } from '../session/session'
import { Box } from '../ui/base/box'
import { Button } from '../ui/button'
import { mattersText } from './text'

interface Props {
  ids: readonly string[]
  /** The same function at every drawing of the page. */
  onChange: Keep
  /** Where one can sign in and go on with the draft. */
  onSignIn?: () => void
}

/** Pictures to go with a line. They are handed in at once, for which one has to be signed in. */
export function AddPictures({ ids, onChange, onSignIn }: Props) {
  if (useSession() === null) {
    if (onSignIn === undefined) return <Box className="muted">{mattersText.picturesSignIn}</Box>
    return (
      <Button look="plain" onTap={onSignIn}>
        {mattersText.signInForPictures}
      </Button>
    )
  }
  return <FileField purpose={consultationMeaning.type} ids={ids} onChange={onChange} most={filesPerLine} />
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
