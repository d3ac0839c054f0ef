import './base.css'
import './toast.css'
import { useSignal } from '../signal'
import { saying } from '../toast'
import { Box } from './base/box'

/** Always in the page, so that a screen reader listens before there is something to say. */
export function Toast() {
  const said = useSignal(saying)
  return (
    <Box className="toast" role="status" live>
      {said !== null && <Box className="toast__words">{said.words}</Box>}
    </Box>
  )
}
