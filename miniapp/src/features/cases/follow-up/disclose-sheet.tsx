import type { CaseDetail } from '@linli/contracts/cases'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useDisclose } from './api'
import { followUpText } from './text'

/** The unit learns who it was: the consequences first. */
export function DiscloseSheet({ one, onClose }: { one: CaseDetail; onClose: () => void }) {
  const { error, isPending, mutate } = useDisclose(() => {
    say(followUpText.disclosed)
    onClose()
  })
  return (
    <Sheet title={followUpText.discloseTitle} onClose={onClose}>
      {followUpText.discloseLines.map((line) => (
        <Box as="p" key={line}>
          {line}
        </Box>
      ))}
      <Refusal problem={error} />
      <Button look="ghost" onTap={onClose}>
        {followUpText.discloseNo}
      </Button>
      <Button look="warm" busy={isPending} onTap={() => mutate({ params: { id: one.id }, body: {} })}>
        {followUpText.discloseYes}
      </Button>
    </Sheet>
  )
}
