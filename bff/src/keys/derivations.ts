import { childIdentity } from '../platform/child-identity'
import { nameForm } from '../platform/name-form'
import type { Derivation } from '../platform/sealed-columns'

/** What the row says beside the sealed value. */
export type Beside = Record<string, string>

const derivations: Record<Derivation, (opened: string, beside: Beside) => string | null> = {
  'as it is': (opened) => opened,
  'compared name': (opened) => nameForm(opened) || null,
  'child identity': (opened, { community_code: community = '' }) =>
    childIdentity(community, JSON.parse(opened) as { name: string; birthDate: string }),
}

/** @returns what a hash is made of; null where nothing in it counts, and the hash stays nobody's */
export const derive = (by: Derivation, opened: string, beside: Beside): string | null =>
  derivations[by](opened, beside)
