import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { childrenText } from '../text'

interface Props {
  title: string
  /** The consequences, one sentence each. */
  lines: readonly string[]
  yes: string
  busy?: boolean
  problem?: unknown
  onYes: () => void
  onClose: () => void
}

/** What cannot be taken back says its consequences first; the way out stands before it. */
export const ConfirmSheet = ({ title, lines, yes, busy, problem, onYes, onClose }: Props) => (
  <Sheet title={title} onClose={onClose}>
    {lines.map((line) => (
      <Box as="p" key={line}>
        {line}
      </Box>
    ))}
    <Refusal problem={problem} />
    <Button look="ghost" onTap={onClose}>
      {childrenText.keep}
    </Button>
    <Button look="warm" busy={busy === true} onTap={onYes}>
      {yes}
    </Button>
  </Sheet>
)
