/** What was decided in the last seconds, so that it can be taken back also once the next case is open. */
import type { Endpoint } from '@linli/contracts/endpoint'
import { undoSeconds } from '@linli/contracts/transitions'
import { useEffect, useState } from 'react'
import { signal, useSignal } from '../app-state/signal'
import { whenSessionEnds } from '../session/session'

export interface Decided {
  id: string
  /** What it is and what became of it. */
  words: string
  /** The service's own end of it. */
  undoUntil: string
  /** The same by the clock of this device. */
  until: number
  endpoint: Endpoint
}

const decided = signal<readonly Decided[]>([])
whenSessionEnds(() => decided.set([]))

/** The newest stands last. */
export function noteDecision({ undoUntil, ...one }: Omit<Decided, 'until'>) {
  const now = Date.now()
  const known = decided.get()
  if (known.some(({ id, undoUntil: until }) => id === one.id && until === undoUntil)) return
  const others = known.filter(({ id, until }) => id !== one.id && until > now)
  decided.set([...others, { ...one, undoUntil, until: lastMoment(Date.parse(undoUntil), now) }])
}

export function forgetDecision(gone: string) {
  if (decided.get().some(({ id }) => id === gone)) decided.set(decided.get().filter(({ id }) => id !== gone))
}

/** The service's own end, if this device's clock can be right about it; else ten seconds from now. */
export function lastMoment(until: number, now: number) {
  const most = now + undoSeconds * 1000
  return until > now && until < most ? until : most
}

/** Those that can still be taken back, the newest first, with the seconds that are left. */
export function useDecided(): (Decided & { left: number })[] {
  const all = useSignal(decided)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (all.length === 0) return
    setNow(Date.now())
    const timer = setInterval(() => {
      setNow(Date.now())
      if (decided.get().every(({ until }) => until <= Date.now())) decided.set([])
    }, 250)
    return () => clearInterval(timer)
  }, [all])
  return all
    .map((one) => ({ ...one, left: Math.max(0, Math.ceil((one.until - now) / 1000)) }))
    .filter(({ left }) => left > 0)
    .reverse()
}
