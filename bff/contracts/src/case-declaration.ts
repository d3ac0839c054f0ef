/** What both sides know of a service beside the shape of its cases. */
import type { Transition } from './transitions'

/**
 * What a state means to the spine. `open`: something can follow. `finished`: the service was given, or refused; it can be
 * rated. `ended`: given up, or over by the clock.
 */
export interface StateMeaning {
  is: 'open' | 'finished' | 'ended'
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

/** The states of a declaration that something can still follow. */
export const openStatesOf = ({ states }: Pick<CaseDeclaration, 'states'>): string[] =>
  Object.keys(states).filter((state) => states[state]?.is === 'open')
