import type { CaseDetail } from '@linli/contracts/cases'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { useAccept } from './api'
import { lineText } from './text'

/** Takes what is kept, or lets it go to the next. */
export function OfferActions({ one, onDecline }: { one: CaseDetail; onDecline: () => void }) {
  const accept = useAccept(({ state }) =>
    say(state === 'pending' ? lineText.accepted.pending : lineText.accepted.confirmed),
  )
  return (
    <Box className="stack">
      <Refusal problem={accept.error} />
      <Button busy={accept.isPending} onTap={() => accept.mutate({ params: { id: one.id }, body: {} })}>
        {lineText.accept}
      </Button>
      {one.can.includes('decline') && (
        <Button look="ghost" disabled={accept.isPending} onTap={onDecline}>
          {lineText.decline}
        </Button>
      )}
    </Box>
  )
}
