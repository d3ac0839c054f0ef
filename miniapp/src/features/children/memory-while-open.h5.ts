import { whenSessionEnds } from '../../shared/session/session'

const prefix = 'linli.open.'
/** A tab that somebody left open and comes back to the next day begins anew. */
const lastsMs = 2 * 3_600_000
interface Kept {
  at: number
  value: unknown
}

/** Where a browser keeps nothing, it lasts until the page is loaded anew. */
const here = new Map<string, string>()

const names = () => Object.keys(sessionStorage).filter((key) => key.startsWith(prefix))

function quietly<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}

whenSessionEnds(() => {
  here.clear()
  quietly(() => names().forEach((key) => sessionStorage.removeItem(key)))
})

/** What lasts as long as this tab, over a reload, and as its person: for words that must not lie on the device. */
export const memoryWhileOpen = {
  recall<T>(name: string): T | null {
    const text = here.get(name) ?? quietly(() => sessionStorage.getItem(prefix + name))
    const kept = text === null ? null : quietly(() => JSON.parse(text) as Kept)
    return kept !== null && Date.now() - kept.at < lastsMs ? (kept.value as T) : null
  },
  store(name: string, value: unknown) {
    const text = JSON.stringify({ at: Date.now(), value } satisfies Kept)
    try {
      sessionStorage.setItem(prefix + name, text)
      here.delete(name)
    } catch {
      here.set(name, text)
    }
  },
  forget(name: string) {
    here.delete(name)
    quietly(() => sessionStorage.removeItem(prefix + name))
  },
}
