import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { SaveButtons } from '../../../shared/files/save-buttons'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useExport } from '../api'
import { childText } from '../text'

/** First the document, then its files: sending one is allowed in the tap itself only. */
export function ExportSheet({ childId, onClose }: { childId: string; onClose: () => void }) {
  const look = useExport()
  return (
    <Sheet title={childText.exportTitle} onClose={onClose}>
      <Box>{childText.exportAbout}</Box>
      <Refusal problem={look.error} />
      {look.data === undefined ? (
        <Button busy={look.isPending} onTap={() => look.mutate({ params: { id: childId } })}>
          {childText.exportPrepare}
        </Button>
      ) : (
        <SaveButtons files={look.data} />
      )}
    </Sheet>
  )
}
