import '../base.css'
import './blank.css'
import type { ReactNode } from 'react'
import { currentAddress } from '../../navigation/current-address'
import { pages } from '../../navigation/pages'
import { online } from '../../device/network'
import { ProblemError, isSignedOut, isUnagreed } from '../../http/problem'
import { useSession } from '../../session/session'
import { useSignal } from '../../app-state/signal'
import { Box } from '../base/box'
import { Button } from '../button'
import { useProblemText } from './own-words'
import { frameText } from '../../words/frame-text'

/** A write that was refused: the service's sentence, spoken at once, and perhaps a way on. */
export function Refusal({ problem, children }: { problem: unknown; children?: ReactNode }) {
  const signedIn = useSession() !== null
  const connected = useSignal(online)
  const problemText = useProblemText()
  if (problem === null || problem === undefined) return null
  // Signed in again meanwhile: the sentence is no longer true.
  if (signedIn && isSignedOut(problem)) return null
  // The network is back: the same.
  if (connected && problem instanceof ProblemError && problem.code === 'offline') return null
  return (
    <Box className="notice-box" role="alert">
      <Box className="strong">{problemText(problem)}</Box>
      {children}
      {signedIn && isUnagreed(problem) && <Button to={pages.agree}>{frameText.agree}</Button>}
      {isSignedOut(problem) && <Button to={pages.signIn(currentAddress())}>{frameText.signIn}</Button>}
    </Box>
  )
}
