import prettyPaths from './pretty-paths.json'

const pretty: Record<string, string> = prettyPaths

/** The address that a browser shows for a page's own address. */
export function prettyPath(url: string) {
  const [path = '', search] = url.split('?')
  return (pretty[path] ?? path) + (search === undefined ? '' : `?${search}`)
}
