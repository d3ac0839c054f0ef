import type { ReactNode } from 'react'
import { Box } from '../base/box'
import { Button } from '../button'
import { Refusal } from '../answers/refusal'
import { Sheet } from './sheet'

interface Props {
  title: string
  /** The consequences, one sentence each. */
  lines: readonly string[]
  yes: string
  no: string
  problem?: unknown
  busy?: boolean
  onYes: () => void
  onClose: () => void
  /** What is confirmed, or what else to know of it. */
  children?: ReactNode
}

/** Asks once before something is ended: the consequences come first, and the way out stands before the deed. */
export const ConfirmSheet = ({ title, lines, yes, no, problem, busy, onYes, onClose, children }: Props) => (
  <Sheet title={title} onClose={onClose}>
    {lines.map((line) => (
      <Box as="p" key={line}>
        {line}
      </Box>
    ))}
    {children}
    <Refusal problem={problem} />
    <Button look="ghost" onTap={onClose}>
      {no}
    </Button>
    <Button look="warm" busy={busy === true} onTap={onYes}>
      {yes}
    </Button>
  </Sheet>
)
