import type { ProgrammePhase, ProgrammeSummary } from '@linli/contracts/programmes'
import { momentWords } from '../../shared/time/time-words'
import type { Tone } from '../../shared/ui/tone'
import { phaseText } from './text'

type Standing = Pick<
  ProgrammeSummary,
  'phase' | 'opensAt' | 'closesAt' | 'mode' | 'placesLeft' | 'waiting' | 'capacity'
>

/** The phase of this instant: an answer of before the opening does not keep the button shut after it. */
export function phaseNow({ phase, opensAt, closesAt }: Standing, now: number): ProgrammePhase {
  const begun = phase === 'announced' && now >= Date.parse(opensAt) ? 'open' : phase
  return (begun === 'open' || begun === 'full') && now >= Date.parse(closesAt) ? 'closed' : begun
}

/** May somebody sign up now, for a place, a number in line or one in the draw? */
export const takesSignUps = (phase: ProgrammePhase) => phase === 'open' || phase === 'full'

/** Where a programme stands, as one would say it. */
export function phaseWords(one: Standing, now: number): string {
  const phase = phaseNow(one, now)
  if (phase === 'announced') return phaseText.announced(momentWords(one.opensAt, now))
  if (phase === 'open') {
    return one.mode === 'draw' || one.placesLeft === null
      ? phaseText.openDraw(momentWords(one.closesAt, now))
      : phaseText.open(one.placesLeft)
  }
  if (phase === 'full') return phaseText.full(one.waiting)
  if (phase === 'closed') return one.mode === 'draw' ? phaseText.beforeDraw : phaseText.closed
  return phaseText[phase]
}

export const phaseTone: Record<ProgrammePhase, Tone> = {
  draft: 'quiet',
  announced: 'wait',
  open: 'good',
  full: 'wait',
  closed: 'quiet',
  drawn: 'quiet',
  running: 'good',
  over: 'quiet',
  cancelled: 'bad',
}
