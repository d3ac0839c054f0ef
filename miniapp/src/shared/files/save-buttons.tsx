import { formText } from '../words/form-text'
import { type Saved, saveFile } from './save-file'
import { say } from '../ui/page/say'
import { Box } from '../ui/base/box'
import { Button } from '../ui/button'

interface Files {
  fileName: string
  document: unknown
  pageName: string
  page: string
}

/** A page to read and the same as data: a file is sent in the tap itself, so each has a button of its own. */
export function SaveButtons({ files }: { files: Files }) {
  const tell = (saved: Saved) => say(formText.kept[saved])
  const { fileName, document, pageName, page } = files
  const text = JSON.stringify(document, null, 2)
  return (
    <>
      <Button onTap={() => void saveFile(pageName, { type: 'text/html', text: page }).then(tell)}>
        {formText.keepPage}
      </Button>
      <Box className="muted">{formText.keepPageHelp}</Box>
      <Button
        look="ghost"
        onTap={() => void saveFile(fileName, { type: 'application/json', text }).then(tell)}
      >
        {formText.keepData}
      </Button>
      <Box className="muted">{formText.keepDataHelp}</Box>
    </>
  )
}
