import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { root } from './paths'

async function filesBelow(path: string): Promise<string[]> {
  if (!existsSync(join(root, path))) return []
  if (!(await stat(join(root, path))).isDirectory()) return [path]
  const names = (await readdir(join(root, path))).filter((name) => name !== 'node_modules').sort()
  return (await Promise.all(names.map((name) => filesBelow(`${path}/${name}`)))).flat()
}

/** sha256 over a setting and the names and bytes of all files below the given paths (relative to the root). */
async function fingerprint(sources: readonly string[], setting: string): Promise<string> {
  const hash = createHash('sha256').update(`${setting}\0`)
  for (const file of (await Promise.all(sources.map(filesBelow))).flat()) {
    hash.update(`${file}\0`).update(await readFile(join(root, file)))
  }
  return hash.digest('hex')
}

interface Artefact {
  sources: readonly string[]
  /** What it is made by besides its sources. */
  setting?: string
  /** A file that exists when the artefact is whole. */
  result: string
  /** Where the fingerprint of the sources it was made from is kept. */
  stamp: string
}

/** Makes an artefact when it is missing or its sources have changed since. Answers whether it was made. */
export async function whenStale(
  { sources, setting = '', result, stamp }: Artefact,
  make: () => Promise<void>,
): Promise<boolean> {
  const now = await fingerprint(sources, setting)
  const before = await readFile(join(root, stamp), 'utf8').catch(() => '')
  if (now === before && existsSync(join(root, result))) return false
  await make()
  await mkdir(dirname(join(root, stamp)), { recursive: true })
  await writeFile(join(root, stamp), now)
  return true
}
