/** Part of `npm run check`: every reference to a page leads to a page and a heading that exist. */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { root } from './paths'
import { brokenReferences } from './references'

/** What was made, and what comes from elsewhere. Migrations are named and not read: they are never edited. */
const passedBy = new Set(['node_modules', 'dist', 'generated', 'coverage', '.git', '.linli'])
const texts = /\.(?:tsx?|mjs|cjs|js|prisma|css|html|md|ya?ml|json)$/

async function pathsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = entries
    .filter(({ name }) => !passedBy.has(name) && !name.startsWith('dist-'))
    .map(async (entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? pathsIn(path) : [path]
    })
  return (await Promise.all(found)).flat()
}

const paths = (await pathsIn(root)).sort()
const files = new Map<string, string>()
for (const path of paths)
  files.set(relative(root, path).split(sep).join('/'), texts.test(path) ? await readFile(path, 'utf8') : '')

const broken = brokenReferences(files)
for (const each of broken) console.error(each)
process.exitCode = broken.length === 0 ? 0 : 1
