import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useEraseText } from '../api'
import { ratingsText } from '../text'

/** Takes the words back, after the consequence was said. */
export function EraseSheet({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const erase = useEraseText(() => {
    say(ratingsText.erased)
    onClose()
  })
  return (
    <Sheet title={ratingsText.eraseTitle} onClose={onClose}>
      <Box as="p">{ratingsText.eraseHelp}</Box>
      <Refusal problem={erase.error} />
      <Button look="ghost" onTap={onClose}>
        {ratingsText.eraseNo}
      </Button>
      <Button look="warm" busy={erase.isPending} onTap={() => erase.mutate({ params: { id: caseId } })}>
        {ratingsText.eraseYes}
      </Button>
    </Sheet>
  )
}
