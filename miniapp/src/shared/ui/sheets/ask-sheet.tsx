import type { ProblemError } from '../../http/problem'
import { Box } from '../base/box'
import { Button } from '../button'
import { Refusal } from '../answers/refusal'
import { Sheet } from './sheet'

interface Props {
  title: string
  /** What follows. */
  help: string
  yes: string
  no: string
  problem: ProblemError | null
  busy: boolean
  onYes: () => void
  onClose: () => void
}

/** Asks once before something is ended. */
export const AskSheet = ({ title, help, yes, no, problem, busy, onYes, onClose }: Props) => (
  <Sheet title={title} onClose={onClose}>
    <Box as="p">{help}</Box>
    <Refusal problem={problem} />
    <Button look="ghost" onTap={onClose}>
      {no}
    </Button>
    <Button look="warm" busy={busy} onTap={onYes}>
      {yes}
    </Button>
  </Sheet>
)
