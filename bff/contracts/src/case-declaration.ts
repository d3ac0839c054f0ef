/** What both sides know of a service beside the shape of its cases. */
import type { Transition } from './transitions'

/**
 * What a state means to the spine. `open`: something can follow. `finished`: the service was given, or refused; it can be
 * rated. `ended`: given up, or over by the clock.
 */
export interface StateMeaning {
  is: 'open' | 'finished' | 'ended'
  /** In the words of the app, where its face says nothing better. */
  word: string
  /** Of a finished one: it was refused, so what can be said of it is about the refusal. */
  refused?: true
  /** Whose turn it is in it; nobody's where it says nothing. */
  waitsFor?: 'staff' | 'party'
}

/** What both sides know of a service: declared once, in its `…-case.ts`. */
export interface CaseDeclaration<State extends string = string> {
  /** On the row of the case, e.g. `booking`. */
  type: string
  /** What people call it, e.g. 场地预订. */
  name: string
  /** Of the case number, e.g. `CD`. */
  prefix: string
  states: Readonly<Record<State, StateMeaning>>
  transitions: readonly Transition[]
}

/** What of a declaration has words. The app needs no more of it: what may be done now comes with each answer. */
export type CaseMeaning<State extends string = string> = Omit<CaseDeclaration<State>, 'transitions'>

/** Both parts; where only the words are used, as in the app, a build leaves this call and the table out. */
export const declared = <State extends string>(
  meaning: CaseMeaning<State>,
  transitions: readonly Transition[],
): CaseDeclaration<State> => ({ ...meaning, transitions })

/** What is made of imports or by calls: in a function of its own, a build can leave all of it out where nobody uses it. */
export const made = <T>(make: () => T): T => make()

/** State → its word. */
export const stateWordsOf = ({ states }: Pick<CaseDeclaration, 'states'>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(states).map(([state, { word }]) => [state, word]))

/** The states of a declaration that something can still follow. */
export const openStatesOf = ({ states }: Pick<CaseDeclaration, 'states'>): string[] =>
  Object.keys(states).filter((state) => states[state]?.is === 'open')
