import './blank.css'
import type { ReactNode } from 'react'
import { problemText } from '../problem-text'
import { Box } from './base/box'

/** A write that was refused: the service's sentence, spoken at once, and perhaps a way on. */
export function Refusal({ problem, children }: { problem: unknown; children?: ReactNode }) {
  if (problem === null || problem === undefined) return null
  return (
    <Box className="notice-box" role="alert">
      <Box className="strong">{problemText(problem)}</Box>
      {children}
    </Box>
  )
}
