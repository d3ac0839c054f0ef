import { signal } from '../../app-state/signal'

/** What was last said to the person; the page shows it for a while and a screen reader speaks it. */
export const saying = signal<{ words: string; at: number } | null>(null)

export function say(words: string) {
  const said = { words, at: Date.now() }
  saying.set(said)
  setTimeout(() => {
    if (saying.get() === said) saying.set(null)
  }, 4500)
}
