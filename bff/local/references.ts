/**
 * The promise: what a comment or a page names of `docs/` can be found there. A reference is `docs/<page>.md`, and may name
 * headings: `docs/product.md › Rooms, › After-school care`. Between pages it is a link, with a heading as `#anchor`. What a
 * page names as a file or folder of the repository is one, and so is what a comment names as a source: by its name alone, or
 * with some of the folders in which it lies (`cases/store.ts`); of `name` (path) the name stands in it.
 */
import { posix } from 'node:path'

/** What a heading is called in a reference: its words up to a colon or a bracket. */
const nameOf = (heading: string): string =>
  heading
    .replace(/[:(（].*/, '')
    .replace(/`/g, '')
    .trim()

/** What a heading is called in a link, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\- _]/gu, '')
    .replace(/ /g, '-')

/** Code in a page is no markup; its lines stay, so that lines can be counted. */
const withoutCode = (page: string): string =>
  page
    .replace(/^```[^]*?^```/gm, (block) => block.replace(/[^\n]/g, ''))
    .replace(/`[^`\n]*`/g, (code) => ' '.repeat(code.length))

const headingsOf = (page: string): string[] =>
  page
    .replace(/^```[^]*?^```/gm, '')
    .split('\n')
    .flatMap((line) => /^#{1,6} (.*)$/.exec(line)?.[1]?.trim() ?? [])

/** The words of a heading, also over the end of a line of a comment. */
const pattern = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('(?:\\s|\\*|//)+')

const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length

type Files = ReadonlyMap<string, string>
interface Fault {
  at: number
  what: string
}

function commentFaults(text: string, files: Files): Fault[] {
  const faults: Fault[] = []
  for (const found of text.matchAll(/\bdocs\/[\w/-]+\.md/g)) {
    const [page] = found
    const target = files.get(page)
    if (target === undefined) faults.push({ at: found.index, what: `there is no ${page}` })
    else faults.push(...missingHeadings(text, found.index + page.length, page, target))
  }
  return faults
}

/** Walks ` › Heading, › Heading` from `from` on, each as long a heading as the page has. */
function missingHeadings(text: string, from: number, page: string, target: string): Fault[] {
  const names = headingsOf(target)
    .map(nameOf)
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length)
  const heading = new RegExp(`(?:${names.map(pattern).join('|') || '(?!)'})(?![\\p{L}\\p{N}])`, 'uy')
  const sign = /(?:,|(?:\s|\*|\/\/)+and)?(?:\s|\*|\/\/)*›(?:\s|\*|\/\/)*/y
  for (let at = from; ;) {
    sign.lastIndex = at
    if (!sign.test(text)) return []
    heading.lastIndex = sign.lastIndex
    if (!heading.test(text)) {
      const said = text.slice(sign.lastIndex, sign.lastIndex + 40).split('\n')[0]
      return [{ at, what: `${page} has no heading for “${said}”` }]
    }
    at = heading.lastIndex
  }
}

function linkFaults(path: string, text: string, files: Files): Fault[] {
  const faults: Fault[] = []
  for (const found of withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)) {
    const [link = '', anchor] = (found[1] ?? '').split('#')
    if (/^[a-z]+:/.test(link)) continue
    const page = link ? posix.join(posix.dirname(path), link) : path
    const target = files.get(page)
    if (target === undefined) faults.push({ at: found.index, what: `there is no ${page}` })
    else if (anchor && !headingsOf(target).map(anchorOf).includes(anchor))
      faults.push({ at: found.index, what: `${page} has no heading #${anchor}` })
  }
  return faults
}

const isSource = /\.(?:tsx?|mjs)$/

/** What is made on the way is there only sometimes. */
const made = /(?:^|\/)(?:dist|generated|node_modules)(?:\/|$)/

function pathFaults(text: string, files: Files): Fault[] {
  return [...text.matchAll(/`((?:miniapp|bff|prisma|tests|docs|deploy|\.ci)\/[\w./-]+)`/g)].flatMap(
    (found) => {
      const path = (found[1] ?? '').replace(/\/$/, '')
      const isThere =
        made.test(path) || files.has(path) || [...files.keys()].some((file) => file.startsWith(`${path}/`))
      return isThere ? [] : [{ at: found.index, what: `there is no ${path}` }]
    },
  )
}

/** Sources of others, which a comment names by their packages, have no place in `files`. */
function sourceFaults(text: string, files: Files): Fault[] {
  return [...text.matchAll(/\/\*[^]*?\*\/|\/\/[^\n]*/g)].flatMap((comment) =>
    [...comment[0].matchAll(named)].flatMap(({ index, 1: word = '', 2: path = '' }) => {
      if (made.test(path)) return []
      const texts = [...files].filter(([file]) => liesAt(file, path)).map(([, source]) => source)
      if (texts.some((source) => source.includes(word))) return []
      const what = texts.length === 0 ? `there is no ${path}` : `${path} says nothing of “${word}”`
      return [{ at: comment.index + index, what }]
    }),
  )
}

/** A source, and what is said to stand in it: `word` (path). */
const named = /(?:`(\w+)`(?:\s|\*|\/\/)*\()?(?<![\w@./<…-])((?:[\w.-]+\/)*[\w.-]+\.tsx?)\b/g

/** The file of that name, in these folders, with or without others between them. */
function liesAt(file: string, name: string): boolean {
  const wanted = name.split('/')
  const folders = file.split('/')
  if (folders.pop() !== wanted.pop()) return false
  return wanted.every((one) => {
    const at = folders.indexOf(one)
    folders.splice(0, at + 1)
    return at >= 0
  })
}

const faultsOf = (path: string, text: string, files: Files): Fault[] =>
  path.endsWith('.md')
    ? [...commentFaults(text, files), ...linkFaults(path, text, files), ...pathFaults(text, files)]
    : [...commentFaults(text, files), ...(isSource.test(path) ? sourceFaults(text, files) : [])]

/** @param files path from the root → text, of all that may refer or be referred to; @returns `path:line what` of what leads nowhere */
export function brokenReferences(files: Files): string[] {
  return [...files].flatMap(([path, text]) =>
    faultsOf(path, text, files).map(({ at, what }) => `${path}:${lineOf(text, at)} ${what}`),
  )
}
