import { pages } from './pages'
import { prettyPath } from './pretty-path'

const slip = /^\/r\/([^/]*)\/?$/

const open = (address: string) => history.replaceState(history.state, '', address)

/**
 * A printed code holds a short address, `/r/<secret>`; it becomes the page's own before the app looks where it is. The
 * router stops at an address that cannot be decoded, and would show nothing.
 */
export function openShortLink() {
  const secret = slip.exec(location.pathname)?.[1]
  if (secret !== undefined) open(`/slip?token=${encodeURIComponent(secret)}`)
  else if (!canBeRead(location.pathname)) open(prettyPath(pages.notFound))
}

function canBeRead(path: string): boolean {
  try {
    decodeURI(path)
    return true
  } catch {
    return false
  }
}
