/** Where a programme stands for a family, computed from the clock at every reading (docs/product.md › After-school care). */
import type { ProgrammePhase, SignUpMode } from '@linli/contracts/programmes'

export interface PhaseFacts {
  state: 'draft' | 'published' | 'closed' | 'drawn' | 'cancelled'
  mode: SignUpMode
  opensAt: Date
  closesAt: Date
  firstStartsAt: Date
  lastEndsAt: Date
  capacity: number
  taken: number
}

export function phaseOf(p: PhaseFacts, now: Date): ProgrammePhase {
  if (p.state === 'cancelled' || p.state === 'draft') return p.state
  if (now >= p.lastEndsAt) return 'over'
  if (now >= p.firstStartsAt) return 'running'
  if (p.state === 'drawn') return 'drawn'
  if (p.state === 'closed' || now >= p.closesAt) return 'closed'
  if (now < p.opensAt) return 'announced'
  return p.mode === 'first_come' && p.taken >= p.capacity ? 'full' : 'open'
}

/** Free places as everybody may know them; null while a draw decides. */
export const placesLeft = (p: PhaseFacts): number | null =>
  p.mode === 'draw' && p.state !== 'drawn' ? null : p.capacity - p.taken
