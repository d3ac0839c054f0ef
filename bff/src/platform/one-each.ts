/**
 * Runs the work of each person one after the other, and that of different people side by side: whoever brings nine slow
 * things at once waits for themselves, and nobody else for them.
 */
export type OneEach = <T>(whose: string, work: () => Promise<T>) => Promise<T>

export function oneEach(): OneEach {
  const last = new Map<string, Promise<unknown>>()
  return (whose, work) => {
    const now = (last.get(whose) ?? Promise.resolve()).then(work)
    const ended = now
      .catch(() => {})
      .then(() => {
        if (last.get(whose) === ended) last.delete(whose)
      })
    last.set(whose, ended)
    return now
  }
}
