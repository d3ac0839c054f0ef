/**
 * Drafts that nobody else may find: each has whoever wrote it, and an end. What was written before signing in goes with
 * whoever signs in from there; any other signing in ends it.
 */
import { forget, namesOf, recall, store } from '../device/storage'
import { ownDays, unsignedHours } from './draft-life'
import { draftStart } from './left-names'

interface Owned {
  /** Null: of somebody who is not signed in. */
  owner?: string | null
  /** When it was touched last. */
  at?: number
  /** When its writer went to sign in with it. */
  comes?: number
}

const comesMs = 900_000

/** Until when it stands, untouched. */
export const endOf = (owner: string | null, at: number) =>
  at + (owner === null ? unsignedHours * 3_600_000 : ownDays * 86_400_000)

/** What is over goes; what an earlier app kept without a time ends from now on. */
export function forgetOldDrafts(now: number) {
  for (const name of namesOf(draftStart)) {
    const kept = recall<Owned>(name)
    if (kept === null || (kept.at !== undefined && endOf(kept.owner ?? null, kept.at) <= now)) forget(name)
    else if (kept.at === undefined) store(name, { ...kept, at: now })
  }
}

/** What this person wrote and is not over. */
export function readDraft<T extends object>(name: string, person: string | null, now: number) {
  forgetOldDrafts(now)
  const kept = recall<T & Owned>(name)
  if (kept === null || (kept.owner ?? null) !== person) return null
  const { owner: _, at = now, comes: __, ...draft } = kept
  return { draft: draft as unknown as Partial<T>, at }
}

export const keepDraft = (name: string, draft: object, owner: string | null, at: number) =>
  store(name, { ...draft, owner, at } satisfies Owned)

/** Its writer goes to sign in, and it with them. */
export const takeAlong = (name: string, now: number) => putComes(name, now)

/** They came back and did not. */
export const leaveBehind = (name: string) => putComes(name, undefined)

function putComes(name: string, comes: number | undefined) {
  const kept = recall<Owned>(name)
  if (kept === null || (kept.owner ?? null) !== null) return
  const { comes: _, ...rest } = kept
  store(name, comes === undefined ? rest : { ...rest, comes })
}

/** Somebody signs in. */
export function settleDrafts(person: string, now: number) {
  for (const name of namesOf(draftStart)) {
    const kept = recall<Owned>(name)
    if (kept === null || (kept.owner ?? null) !== null) continue
    const { comes, ...draft } = kept
    if (comes === undefined || now - comes > comesMs) forget(name)
    else keepDraft(name, draft, person, now)
  }
}
