import type { Me, SignedIn, Tokens } from '@linli/contracts/identity'
import { newer, type Session, sessionIdOf } from './token-renewal'
import { forget, forgetNamed, recall, store } from '../device/storage'
import { signal, useSignal } from '../app-state/signal'
import { uuid } from '../device/uuid'

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
  if (wipe) forgetNamed('intent.')
}

export const currentSession = () => session.get()
export const useSession = () => useSignal(session)
export const useMe = () => useSignal(session)?.me ?? null

function keep(next: Session) {
  store('session', next)
  session.set(next)
}

export function beginSession({ me, ...tokens }: SignedIn) {
  // Another tab may have had a session of which this page has not heard yet.
  const before = followStorage()
  if (before !== null && before.me.id !== me.id) forgetPerson(true)
  sayEnded(null)
  keep({ tokens, me, renewalKey: uuid() })
}

/** Tokens of a session that is over, or went on meanwhile in another tab, came too late. */
export function renewTokens(tokens: Tokens) {
  const now = followStorage()
  if (now === null || sessionIdOf(now.tokens) !== sessionIdOf(tokens)) return
  const renewed = { ...now, tokens, renewalKey: uuid() }
  if (newer(renewed, now) === renewed) keep(renewed)
}

export function renewMe(me: Me) {
  const now = followStorage()
  if (now !== null && now.me.id === me.id) keep({ ...now, me })
}

/** Which session this page is in; null outside of one. Renewing it does not change that. */
export const currentSessionId = () => {
  const now = session.get()
  return now && sessionIdOf(now.tokens)
}

/** Who is signed in on this page; null where nobody is. */
export const currentPerson = () => session.get()?.me.id ?? null

/**
 * Ends the session of this page. Where another tab has begun one meanwhile, that one stays and is followed.
 * @param sentence why the service ended it; null when the person did, whose drafts then go too
 * @param which the session that it is about; of another one it says nothing
 */
export function endSessionHere(sentence: string | null, which = currentSessionId()) {
  if (which === null || which !== currentSessionId()) return
  const stored = recall<Session>('session')
  if (stored !== null && sessionIdOf(stored.tokens) !== which) return void followStorage()
  forget('session')
  sayEnded(sentence)
  session.set(null)
  forgetPerson(true)
  if (sentence === null) forgetNamed('draft.')
}

/**
 * What is stored becomes this page's session: another tab of this browser may have renewed it, signed out, or signed in
 * as somebody else. @returns it
 */
export function followStorage(): Session | null {
  const before = session.get()
  const stored = recall<Session>('session')
  const next = newer(before, stored)
  if (next !== stored) store('session', next)
  // Equal is the same: pages that follow the session are not drawn anew.
  if (JSON.stringify(next) === JSON.stringify(before)) return before
  session.set(next)
  if (before !== null && before.me.id !== next?.me.id) forgetPerson(false)
  return next
}
