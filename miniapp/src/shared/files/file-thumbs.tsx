import './files.css'
import type { File } from '@linli/contracts/files'
import { useState } from 'react'
import { Box } from '../ui/base/box'
import { Photo } from '../ui/base/photo'
import { Tap } from '../ui/base/tap'
import { Sheet } from '../ui/sheets/sheet'
import { fileText } from '../words/file-text'
import { useLink } from './use-link'

/** A small picture of a file; a tap shows all of it. */
export function FileThumb({ file, name }: { file: File; name: string }) {
  const [open, setOpen] = useState(false)
  const { link, sentence, failed } = useLink(file.id)
  return (
    <>
      <Tap className="files__look" label={fileText.look(name)} onTap={() => setOpen(true)}>
        {link === null ? (
          <Box className="files__state muted">{sentence ?? fileText.loading}</Box>
        ) : (
          <Photo className="files__small" src={link.of(1)} label={name} onFail={failed} />
        )}
      </Tap>
      {open && <FilePages file={file} name={name} onClose={() => setOpen(false)} />}
    </>
  )
}

/** All pages, one below the other. */
function FilePages({ file, name, onClose }: { file: File; name: string; onClose: () => void }) {
  const { link, sentence, failed } = useLink(file.id)
  const all = file.pages.length
  return (
    <Sheet title={all > 1 ? `${name}（${fileText.pages(all)}）` : name} onClose={onClose}>
      {link === null ? (
        <Box live>{sentence ?? fileText.loading}</Box>
      ) : (
        file.pages.map(({ n }) => (
          <Photo
            key={n}
            className="files__page"
            src={link.of(n)}
            label={all > 1 ? fileText.page(n, all) : name}
            onFail={failed}
          />
        ))
      )}
    </Sheet>
  )
}

/** What belongs to something already: 图 1, 图 2 … */
export function FileThumbs({ files, from = 1 }: { files: readonly File[]; from?: number }) {
  return (
    <Box as="ul" className="files" role="list">
      {files.map((file, n) => (
        <Box as="li" role="listitem" className="files__one" key={file.id}>
          <FileThumb file={file} name={fileText.name(from + n)} />
        </Box>
      ))}
    </Box>
  )
}
