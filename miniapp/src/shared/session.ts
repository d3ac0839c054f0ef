import type { Me, SignedIn, Tokens } from '@linli/contracts/identity'
import { forget, forgetNamed, recall, store } from './storage'
import { signal, useSignal } from './signal'

export interface Session {
  tokens: Tokens
  me: Me
}

const session = signal<Session | null>(recall<Session>('session'))
/** Why the last session ended, to be said on the sign-in page. */
export const endedBecause = signal<string | null>(null)

const onEnd = new Set<() => void>()
/** Runs when somebody signs out, is signed out or somebody else signs in: caches and memories of that person go. */
export const whenSessionEnds = (forgetAll: () => void) => void onEnd.add(forgetAll)

/** Forms and intents are kept by whatever page was open, which need not be loaded now: they go by their names. */
function forgetPerson() {
  for (const forgetAll of onEnd) forgetAll()
  for (const kind of ['draft.', 'intent.', 'refresh']) forgetNamed(kind)
}

export const currentSession = () => session.get()
export const useSession = () => useSignal(session)
export const useMe = () => useSignal(session)?.me ?? null

function keep(next: Session) {
  store('session', next)
  session.set(next)
}

export function beginSession({ me, ...tokens }: SignedIn) {
  const before = session.get()
  if (before !== null && before.me.id !== me.id) forgetPerson()
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

/** The part of a refresh token that names its session. */
const idOf = ({ tokens }: Session) => tokens.refreshToken.slice(0, 36)

/** Ends the session of this page. Where another tab has begun one meanwhile, that one stays and is followed. */
export function endSessionHere(sentence: string | null) {
  const mine = session.get()
  if (mine === null) return
  const stored = recall<Session>('session')
  if (stored !== null && idOf(stored) !== idOf(mine)) return followStorage()
  forget('session')
  endedBecause.set(sentence)
  session.set(null)
  forgetPerson()
}

/** Another tab of this browser signed in or out: this one is the same person's, or nobody's, from now on. */
export function followStorage() {
  const before = session.get()
  const next = rereadSession()
  if (before !== null && before.me.id !== next?.me.id) for (const forgetAll of onEnd) forgetAll()
}
