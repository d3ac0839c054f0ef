import type { CaseDetail } from '@linli/contracts/cases'
import { stateWord } from '../../../shared/terms'
import { useNow } from '../../../shared/use-now'
import { say } from '../../../shared/toast'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Refusal } from '../../../shared/ui/refusal'
import { useUndo } from '../api'
import { deskText } from '../text'

/** The decision stands already; for a few seconds it can be taken back, before the resident is told. */
export function UndoBar({ one, until }: { one: CaseDetail; until: string }) {
  const now = useNow(500)
  const undo = useUndo(() => say(deskText.undone))
  const seconds = Math.ceil((Date.parse(until) - now) / 1000)
  if (seconds <= 0) return null
  return (
    <>
      <Refusal problem={undo.error} />
      <Box className="undo" role="status">
        <Box>{`${stateWord[one.state]}。${deskText.undoHelp}`}</Box>
        <Tap
          className="choice"
          disabled={undo.isPending}
          onTap={() => undo.mutate({ params: { id: one.id }, body: {} })}
        >
          {deskText.undo(seconds)}
        </Tap>
      </Box>
    </>
  )
}
