const slip = /^\/r\/([^/]*)\/?$/

/** A printed code holds a short address, `/r/<secret>`; it becomes the page's own before the app looks where it is. */
export function openShortLink() {
  const secret = slip.exec(location.pathname)?.[1]
  if (secret !== undefined)
    history.replaceState(history.state, '', `/slip?token=${encodeURIComponent(secret)}`)
}
