/**
 * Each writer's draft lies under a name of its own, one for each: whoever writes next on the same telephone, signed in as
 * somebody else or not at all, neither reads nor writes over it. The bare name is of whoever is not signed in.
 */
import { forget, recall, store } from '../device/storage'
import { forgetOldDrafts, keepDraft, readDraft } from '../session/drafts'

type Stored = Record<string, unknown>

const nameOf = (name: string, owner: string | null) => (owner === null ? name : `${name}.${owner}`)

/** What this person wrote and is not over. */
export function readOwn<T extends object>(name: string, owner: string | null, now: number) {
  forgetOldDrafts(now)
  house(name)
  return readDraft<T>(nameOf(name, owner), owner, now)
}

export function keepOwn(name: string, draft: object, owner: string | null, at: number) {
  house(name)
  keepDraft(nameOf(name, owner), draft, owner, at)
}

export function forgetOwn(name: string, owner: string | null) {
  house(name)
  forget(nameOf(name, owner))
}

/** What was taken along to sign in, or kept by an earlier app, lies under the bare name: it goes under its writer's. */
function house(name: string) {
  const kept = recall<Stored>(name)
  if (typeof kept?.owner !== 'string') return
  const own = nameOf(name, kept.owner)
  store(own, joined(recall<Stored>(own), kept))
  forget(name)
}

/** One person began twice, before and after a session ended: what was answered later counts, and no text is lost. */
function joined(older: Stored | null, later: Stored): Stored {
  if (older === null) return later
  const answered = Object.entries(later).filter(([, value]) => !isNothing(value))
  return {
    ...older,
    ...Object.fromEntries(answered),
    words: bothTexts(textOf(older.words), textOf(later.words)),
    files: [...new Set([...listOf(older.files), ...listOf(later.files)])],
  }
}

const isNothing = (value: unknown) => !value || (Array.isArray(value) && value.length === 0)
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function bothTexts(older: string, later: string): string {
  if (older.includes(later)) return older
  return later.includes(older) ? later : `${older}\n${later}`
}
