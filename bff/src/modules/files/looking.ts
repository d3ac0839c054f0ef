/** What it is that comes in, told by its content and by nothing else. */
import { type Content, contentOf, decidingBytes } from '../../platform/files/content'
import { Problem } from '../../platform/problem'
import { type FileKind, mostBytes } from './rules'

/**
 * Sees what comes in, piece by piece, and says at the end what it was.
 * @throws Problem file_kind_refused, file_heic, file_too_large as soon as it is known
 */
export function looking(): { see(piece: Buffer): void; kind(): FileKind } {
  let first = Buffer.alloc(0)
  let bytes = 0
  let kind: FileKind | undefined
  const decide = (): FileKind => {
    const content = contentOf(first)
    if (!content) throw new Problem('file_kind_refused')
    if (content === 'heic') throw new Problem('file_heic')
    return kindOf(content)
  }
  return {
    see(piece) {
      bytes += piece.length
      if (!kind && first.length < decidingBytes)
        first = Buffer.concat([first, piece.subarray(0, decidingBytes - first.length)])
      if (first.length === decidingBytes) kind ??= decide()
      if (kind && bytes > mostBytes[kind]) throw new Problem('file_too_large')
    },
    kind: () => kind ?? decide(),
  }
}

const kindOf = (content: Content): FileKind => (content === 'pdf' ? 'pdf' : 'picture')
