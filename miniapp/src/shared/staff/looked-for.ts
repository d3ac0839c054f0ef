import { signal } from '../app-state/signal'
import { whenSessionEnds } from '../session/session'

/** What was typed into the field of the desk, and in which division: it stands in no address and is kept nowhere. */
export const lookedFor = signal<{ words: string; division: string | null }>({ words: '', division: null })

whenSessionEnds(() => lookedFor.set({ words: '', division: null }))
