import { say } from '../../../shared/toast'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/refusal'
import { Sheet } from '../../../shared/ui/sheet'
import { useExport } from '../api'
import { saveFile } from '../save-file'
import { childText } from '../text'

/** First the document, then its file: sending one is allowed in the tap itself only. */
export function ExportSheet({ childId, onClose }: { childId: string; onClose: () => void }) {
  const look = useExport()
  const save = async ({ fileName, document }: { fileName: string; document: unknown }) => {
    const saved = await saveFile(fileName, JSON.stringify(document, null, 2))
    say(childText.exportDone[saved])
    if (saved !== 'cancelled') onClose()
  }
  const ready = look.data
  return (
    <Sheet title={childText.exportTitle} onClose={onClose}>
      <Box>{childText.exportAbout}</Box>
      <Refusal problem={look.error} />
      {ready === undefined ? (
        <Button busy={look.isPending} onTap={() => look.mutate({ params: { id: childId } })}>
          {childText.exportPrepare}
        </Button>
      ) : (
        <Button onTap={() => void save(ready)}>{childText.exportSave}</Button>
      )}
    </Sheet>
  )
}
