import '../base.css'
import './toast.css'
import { sheetsShown } from '../sheets/open-sheet-count'
import { useSignal } from '../../app-state/signal'
import { saying } from './say'
import { Box } from '../base/box'

/** Always in the page, so that a screen reader listens before there is something to say. */
export function Toast() {
  const said = useSignal(saying)
  const above = useSignal(sheetsShown) > 0
  return (
    <Box className={`toast ${above ? 'toast--top' : ''}`} role="status" live>
      {said !== null && <Box className="toast__words">{said.words}</Box>}
    </Box>
  )
}
