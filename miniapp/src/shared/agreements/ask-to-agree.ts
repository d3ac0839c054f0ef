import { go } from '../navigation/navigate'
import { pages } from '../navigation/pages'
import { currentSessionId } from '../session/session'

let asked: string | null = null

/**
 * Opens the page that asks for an agreement to new texts: once in a session, for who goes back from it knows. Until then
 * everything that is open to guests goes on.
 */
export function askToAgree() {
  const session = currentSessionId()
  if (session === null || session === asked) return
  asked = session
  go(pages.agree)
}

/** Agreed: the next version asks again. */
export const agreedHere = () => {
  asked = null
}
