import prettyPaths from './pretty-paths.json'

const pretty: Record<string, string> = prettyPaths

/** The address that a browser shows for a page's own address. */
export function prettyPath(url: string) {
  const [path = '', search] = url.split('?')
  return (pretty[path] ?? path) + (search === undefined ? '' : `?${search}`)
}

/** A page's address as it may stand within another: a browser shows it, and keeps it in its history. */
export const shownAddress = (url: string) => (process.env.TARO_ENV === 'h5' ? prettyPath(url) : url)
