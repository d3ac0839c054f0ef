import type { Programme } from '@linli/contracts/programmes'

export type ProgrammeStep = 'publish' | 'close' | 'closeForDraw' | 'draw' | 'cancel'

/** What staff can do with a programme now, the main one first; none of it can be undone. */
export function stepsOf({
  state,
  mode,
  phase,
}: Pick<Programme, 'state' | 'mode' | 'phase'>): ProgrammeStep[] {
  if (state === 'cancelled' || phase === 'over') return []
  if (state === 'draft') return ['publish', 'cancel']
  if (state === 'published' && mode === 'draw')
    return phase === 'announced' ? ['cancel'] : ['closeForDraw', 'cancel']
  if (state === 'published' && (phase === 'open' || phase === 'full')) return ['close', 'cancel']
  if (state === 'closed' && mode === 'draw') return ['draw', 'cancel']
  return ['cancel']
}
