const name = 'linli.care.tablet-session'

/** A browser's tab keeps the tablet's session over a reload, and forgets it when it is closed. */
export const tokenShelf = {
  get(): string | null {
    try {
      return sessionStorage.getItem(name)
    } catch {
      return null
    }
  },
  put(text: string | null): void {
    try {
      if (text === null) sessionStorage.removeItem(name)
      else sessionStorage.setItem(name, text)
    } catch {
      // Forbidden storage costs a PIN after a reload, nothing more.
    }
  },
}
