import type { Me, SignedIn, Tokens } from '@linli/contracts/identity'
import { forget, forgetNamed, recall, store } from './storage'
import { signal, useSignal } from './signal'

export interface Session {
  tokens: Tokens
  me: Me
}

const session = signal<Session | null>(recall<Session>('session'))
/** Why the last session ended, to be said until somebody signs in, also after the page was loaded anew. */
export const endedBecause = signal<string | null>(recall<string>('ended'))

function sayEnded(sentence: string | null) {
  if (sentence === null) forget('ended')
  else store('ended', sentence)
  endedBecause.set(sentence)
}

const onEnd = new Set<(wipe: boolean) => void>()
/**
 * Runs when somebody signs out, is signed out or somebody else signs in: what is remembered of that person goes.
 * @param forgetAll told whether to wipe what is stored too; another tab has done so where it ended the session
 */
export const whenSessionEnds = (forgetAll: (wipe: boolean) => void) => void onEnd.add(forgetAll)

function forgetPerson(wipe: boolean) {
  for (const forgetAll of onEnd) forgetAll(wipe)
  // Kept by whatever page was open, which need not be loaded now: they go by their names.
  if (wipe) for (const kind of ['intent.', 'refresh']) forgetNamed(kind)
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
  if (before !== null && before.me.id !== me.id) forgetPerson(true)
  sayEnded(null)
  keep({ tokens, me })
}

/** Tokens of another session than this page's came too late. */
export function renewTokens(tokens: Tokens) {
  const now = session.get()
  if (now !== null && idOf(now.tokens) === idOf(tokens)) keep({ ...now, tokens })
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
const idOf = (tokens: Tokens) => tokens.refreshToken.slice(0, 36)

/** Which session this page is in; null outside of one. Renewing it does not change that. */
export const currentSessionId = () => {
  const now = session.get()
  return now && idOf(now.tokens)
}

/**
 * Ends the session of this page. Where another tab has begun one meanwhile, that one stays and is followed.
 * @param sentence why the service ended it; null when the person did, whose drafts then go too
 * @param which the session that it is about; of another one it says nothing
 */
export function endSessionHere(sentence: string | null, which = currentSessionId()) {
  if (which === null || which !== currentSessionId()) return
  const stored = recall<Session>('session')
  if (stored !== null && idOf(stored.tokens) !== which) return followStorage()
  forget('session')
  sayEnded(sentence)
  session.set(null)
  forgetPerson(true)
  if (sentence === null) forgetNamed('draft.')
}

/** Another tab of this browser signed in or out: this one is the same person's, or nobody's, from now on. */
export function followStorage() {
  const before = session.get()
  const next = rereadSession()
  if (before !== null && before.me.id !== next?.me.id) forgetPerson(false)
}
