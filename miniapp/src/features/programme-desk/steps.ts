import type { Programme } from '@linli/contracts/programmes'

export type ProgrammeStep = 'publish' | 'close' | 'closeForDraw' | 'draw' | 'cancel'

type Standing = Pick<Programme, 'state' | 'mode' | 'phase'>

/** What comes next and is for staff to do; none of it can be undone. A draw never closes before its published time. */
export function stepOf({ state, mode, phase }: Standing): Exclude<ProgrammeStep, 'cancel'> | null {
  if (phase === 'over') return null
  if (state === 'draft') return 'publish'
  if (state === 'closed' && mode === 'draw') return 'draw'
  if (state !== 'published') return null
  if (mode === 'draw') return phase === 'closed' || phase === 'running' ? 'closeForDraw' : null
  return phase === 'open' || phase === 'full' ? 'close' : null
}

export const canCallOff = ({ state, phase }: Standing) => state !== 'cancelled' && phase !== 'over'
