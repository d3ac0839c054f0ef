import { forget, recall, store } from '../device/storage'

/** Raised when an answer changes its shape: what an older app has kept is then asked for anew. */
const shape = 15

interface Kept {
  shape: number
  at: number
  answer: unknown
}
const most = 30

/** Names of kept answers, oldest use first. */
const names = () => recall<string[]>('answers') ?? []

/** Keeps an answer on the device, so that the page shows at once next time; the least recent makes room. */
export function storeAnswer(name: string, answer: unknown, at = Date.now()) {
  const rest = names().filter((other) => other !== name)
  for (const old of rest.splice(0, Math.max(0, rest.length + 1 - most))) forget(`answer.${old}`)
  store('answers', [...rest, name])
  store(`answer.${name}`, { shape, at, answer } satisfies Kept)
}

export function storedAnswer(name: string): Kept | null {
  const kept = recall<Kept>(`answer.${name}`)
  return kept?.shape === shape && typeof kept.answer === 'object' && kept.answer !== null ? kept : null
}

export function forgetStoredAnswers() {
  for (const name of names()) forget(`answer.${name}`)
  forget('answers')
}
