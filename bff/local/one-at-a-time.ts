import { readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commandOf } from './processes'

/**
 * Keeps a second launcher out of a data folder that is in use.
 * @returns gives the folder free again
 * @throws when another launcher works in it
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o755 })
  const path = join(folder, 'launcher.pid')
  const owner = () => {
    try {
      return Number(readFileSync(path, 'utf8'))
    } catch {
      return 0
    }
  }
  const other = owner()
  if (other && other !== process.pid && commandOf(other)?.includes('local/main.ts')) {
    throw new Error(
      `Linli already runs on ${folder} (process ${other}). Stop it first, or choose another LINLI_DATA.`,
    )
  }
  await writeFile(path, String(process.pid))
  return () => rm(path, { force: true })
}
