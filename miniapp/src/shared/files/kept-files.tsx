import { type Saved, saveText } from './save-text'
import { say } from '../ui/page/say'
import { Box } from '../ui/base/box'
import { Button } from '../ui/button'
import { frameText } from '../words/frame-text'

interface Files {
  fileName: string
  document: unknown
  pageName: string
  page: string
}

/** A page to read and the same as data: a file is sent in the tap itself, so each has a button of its own. */
export function KeptFiles({ files, onSaved }: { files: Files; onSaved?: () => void }) {
  const told = (saved: Saved) => {
    say(frameText.kept[saved])
    if (saved !== 'cancelled') onSaved?.()
  }
  const { fileName, document, pageName, page } = files
  return (
    <>
      <Button onTap={() => void saveText(pageName, page, 'text/html').then(told)}>
        {frameText.keepPage}
      </Button>
      <Box className="muted">{frameText.keepPageHelp}</Box>
      <Button
        look="ghost"
        onTap={() =>
          void saveText(fileName, JSON.stringify(document, null, 2), 'application/json').then(told)
        }
      >
        {frameText.keepData}
      </Button>
      <Box className="muted">{frameText.keepDataHelp}</Box>
    </>
  )
}
