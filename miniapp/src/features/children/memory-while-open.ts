import { whenSessionEnds } from '../../shared/session/session'

/** A mini-program that is started again has forgotten; nothing of it reaches the device's storage. */
const kept = new Map<string, unknown>()
whenSessionEnds(() => kept.clear())

/** What lasts as long as the app is open, and as its person: for words that must not lie on the device. */
export const memoryWhileOpen = {
  recall: <T>(name: string) => (kept.get(name) as T | undefined) ?? null,
  store: (name: string, value: unknown) => void kept.set(name, value),
  forget: (name: string) => void kept.delete(name),
}
