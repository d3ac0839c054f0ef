import type { Clock } from './clock'

/**
 * A small cache inside one process: one load at a time per key, kept for a short while. Only for what may be a
 * moment old (names, room rules guarded by a version, the day view); never for what a person may do.
 */
export interface Cache {
  get<T>(key: string, keepMs: number, load: () => Promise<T>): Promise<T>
  drop(key: string): void
}

interface Entry {
  until: number
  value: Promise<unknown>
}

export function createCache(clock: Clock, maxEntries = 5_000): Cache {
  const entries = new Map<string, Entry>()
  return {
    get<T>(key: string, keepMs: number, load: () => Promise<T>): Promise<T> {
      const now = clock.now().getTime()
      const known = entries.get(key)
      if (known && known.until > now) return known.value as Promise<T>
      const value = load()
      const entry = { until: now + keepMs, value }
      entries.delete(key)
      entries.set(key, entry)
      if (entries.size > maxEntries) entries.delete(entries.keys().next().value ?? key)
      // A failed load is not remembered; whoever asked sees the error.
      value.catch(() => entries.get(key) === entry && entries.delete(key))
      return value
    },
    drop: (key) => void entries.delete(key),
  }
}
