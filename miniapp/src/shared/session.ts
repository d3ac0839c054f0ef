import type { Me, SignedIn, Tokens } from '@linli/contracts/identity'
import { forget, recall, store } from './storage'
import { signal, useSignal } from './signal'

export interface Session {
  tokens: Tokens
  me: Me
}

const session = signal<Session | null>(recall<Session>('session'))
/** Why the last session ended, to be said on the sign-in page. */
export const endedBecause = signal<string | null>(null)

const onEnd = new Set<() => void>()
/** Runs when somebody signs out or is signed out: caches and drafts of that person go. */
export const whenSessionEnds = (forgetAll: () => void) => void onEnd.add(forgetAll)

export const currentSession = () => session.get()
export const useSession = () => useSignal(session)
export const useMe = () => useSignal(session)?.me ?? null

function keep(next: Session) {
  store('session', next)
  session.set(next)
}

export function beginSession({ me, ...tokens }: SignedIn) {
  endedBecause.set(null)
  keep({ tokens, me })
}

export function renewTokens(tokens: Tokens) {
  const now = session.get()
  if (now !== null) keep({ ...now, tokens })
}

export function renewMe(me: Me) {
  const now = session.get()
  if (now !== null) keep({ ...now, me })
}

/** Another tab of the same browser may have exchanged the tokens meanwhile: storage knows. */
export function rereadSession() {
  session.set(recall<Session>('session'))
  return session.get()
}

export function endSessionHere(sentence: string | null) {
  if (session.get() === null) return
  forget('session')
  endedBecause.set(sentence)
  session.set(null)
  for (const forgetAll of onEnd) forgetAll()
}
